// What `npm test` runs: every project's tests, then the browser tests where a Chromium is found. Closes with the sum.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 22)) {
  console.error(`Node ${process.versions.node} is too old; Naru needs 22.22 or newer. Run "npm ci" and then "npm test": npm brings a Node of its own.`);
  process.exit(1);
}

const reports = ['apps', 'libs'].flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name, 'test-results')));
for (const folder of reports) rmSync(folder, { recursive: true, force: true });

const program = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
const environment = { ...process.env, NX_TUI: 'false', NX_DAEMON: 'false' };
const run = (words, more = {}) => spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit', env: { ...environment, ...more } }).status ?? 1;

// Tests read what is built (the command line, the pages); Nx builds only what changed.
let failed = run([program, 'run-many', '-t', 'build', '--outputStyle=static']) !== 0;
failed = run([program, 'run-many', '-t', 'test', '--outputStyle=static', '--skip-nx-cache', '--parallel=2']) !== 0 || failed;

const chromium = findChromium();
if (chromium === null) {
  if (process.env.CI) failed = true;
  console.log('Browser tests skipped: no Chromium was found. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH.');
} else {
  failed = run([join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '--config', join(here, 'playwright.config.ts')], { CHROMIUM_PATH: chromium }) !== 0 || failed;
}

const sum = { passed: 0, failed: 0, skipped: chromium === null ? 1 : 0 };
for (const folder of reports) for (const name of existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []) add(JSON.parse(readFileSync(join(folder, name), 'utf8')));
console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exit(failed || sum.failed > 0 || sum.passed === 0 ? 1 : 0);

/** Adds a report of Vitest, or of Playwright. */
function add(report) {
  if (report.stats) {
    sum.passed += report.stats.expected;
    sum.failed += report.stats.unexpected + report.stats.flaky;
    sum.skipped += report.stats.skipped;
  } else {
    sum.passed += report.numPassedTests;
    sum.failed += report.numFailedTests;
    sum.skipped += report.numPendingTests + report.numTodoTests;
  }
}

function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const places = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const macs = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  return [...places, ...macs].find((path) => existsSync(path)) ?? null;
}
