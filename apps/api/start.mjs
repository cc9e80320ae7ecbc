// What `npm start` and `npm run naru` run: checks Node, builds what is not built, then becomes the server or the command line. Plain JavaScript without
// dependencies, for it must also speak to a Node that is too old, and before anything is built.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = [22, 22];
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
// `naru` as first word: the operator's command line, whose answer alone goes to standard output.
const naru = process.argv[2] === 'naru';
const notes = naru ? process.stderr : process.stdout;
const main = join(here, 'dist', naru ? 'naru.js' : 'main.js');
const stamp = join(here, 'dist', '.built-from');
let told = null;

if (!existsSync(join(root, 'node_modules'))) fail('The libraries are not installed yet. Run "npm ci" here first.');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  // "npm start" puts the Node among our devDependencies first in PATH; a bare "node apps/api/start.mjs" does not.
  const ours = join(root, 'node_modules', 'node', 'bin', 'node');
  if (process.env.NARU_NODE_TRIED || !existsSync(ours)) {
    fail(`Node ${process.versions.node} is too old; Naru needs ${NEEDED.join('.')} or newer, best 24. Install it from https://nodejs.org, or run "npm ci" here, which brings one, then "npm start".`);
  }
  process.exitCode = await run(ours, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, NARU_NODE_TRIED: '1' } });
} else {
  await build();
  if (naru) process.argv.splice(2, 1);
  await import(pathToFileURL(main).href);
}

/** Builds unless the last build was made from exactly these files; an installation without sources has nothing to build. */
async function build() {
  if (!existsSync(join(here, 'src')) && existsSync(main)) return;
  const sources = fingerprint();
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : null;
  if (last?.[0] === sources && existsSync(main) && last.slice(1).every((folder) => existsSync(join(root, folder)))) return;
  rmSync(stamp, { force: true });

  const began = Date.now();
  const words = last ? 'Building …' : 'Building (first time only) …';
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const terminal = notes.isTTY;
  notes.write(terminal ? words : `${words}\n`);
  const ticking = terminal ? setInterval(() => notes.write(`\r${words} ${seconds()}`), 1000) : null;
  const verbose = Boolean(process.env.VERBOSE);
  const output = [];
  const status = await run(process.execPath, [join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js'), 'run-many', '-t', 'build'], {
    cwd: root,
    env: { ...process.env, NX_TUI: 'false', NX_DAEMON: 'false' },
    stdio: verbose ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    keep: (chunk) => output.push(chunk),
  });
  clearInterval(ticking);
  if (told) process.exit(130);
  if (status !== 0 || !existsSync(main)) {
    notes.write(terminal ? '\n' : '');
    process.stderr.write(Buffer.concat(output));
    fail(status === 0 ? `The build went through but left no ${main}.` : 'The build failed; what it said stands above.', status || 1);
  }
  notes.write(`${terminal ? '\r' : ''}Built in ${seconds()}.${terminal ? ' '.repeat(words.length) : ''}\n`);
  const folders = projects().flatMap((project) => ['dist', 'build'].map((name) => join(project, name)));
  writeFileSync(stamp, [sources, ...folders.filter((folder) => existsSync(join(root, folder)))].join('\n'));
}

/** Hashes every file that a build can depend on: some milliseconds, where Nx takes seconds. Not by times: git and images change them. */
function fingerprint() {
  const hash = createHash('sha256');
  const skip = new Set(['node_modules', 'dist', 'build', 'coverage', 'test', 'test-results', 'e2e', 'bench']);
  const walk = (path) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = join(path, entry.name);
      if (entry.name.startsWith('.') || skip.has(entry.name) || /\.spec\.tsx?$/.test(entry.name)) continue;
      if (entry.isDirectory()) walk(name);
      else add(name);
    }
  };
  const add = (name) => {
    const path = join(root, name);
    if (!existsSync(path)) return;
    const bytes = readFileSync(path);
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  };
  ['package-lock.json', 'package.json', 'nx.json', 'tsconfig.base.json'].forEach(add);
  ['apps', 'libs'].forEach(walk);
  return hash.digest('hex');
}

function projects() {
  return ['apps', 'libs'].flatMap((group) => readdirSync(join(root, group)).map((name) => join(group, name)));
}

/** Runs a program to its end and answers its exit status; a signal to us is passed on to it and kept in `told`. */
function run(program, words, { keep, ...options }) {
  return new Promise((resolve) => {
    const child = spawn(program, words, options);
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const pass = (signal) => {
      told = signal;
      child.kill(signal);
    };
    ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.on(signal, pass));
    child.once('error', (error) => fail(`${program} could not be started: ${error.message}`));
    child.once('close', (status, signal) => {
      ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((name) => process.off(name, pass));
      if (signal) process.kill(process.pid, signal);
      else resolve(status ?? 1);
    });
  });
}

function fail(sentence, status = 1) {
  process.stderr.write(`${sentence}\n`);
  process.exit(status);
}
