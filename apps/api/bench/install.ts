import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort, ROOT, temporaryFolder } from './product.ts';
import type { Figure } from './table.ts';

function must(words: [string, ...string[]], cwd: string): void {
  const run = spawnSync(words[0], words.slice(1), { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (run.status !== 0) throw new Error(`"${words.join(' ')}" failed.`);
}

/** The README's two commands in a fresh clone, packages cached: seconds to the first page, and to the end of all tests. */
export async function install(): Promise<Figure[]> {
  const folder = join(temporaryFolder(), 'clone');
  must(['git', 'clone', '--quiet', ROOT, folder], ROOT);
  const began = Date.now();
  must(['npm', 'ci', '--loglevel=error'], folder);
  const installed = (Date.now() - began) / 1000;
  const port = await freePort();
  const server = spawn('npm', ['start'], { cwd: folder, env: { ...process.env, PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] });
  while (!(await fetch(`http://127.0.0.1:${port}/en/manuals`).catch(() => null))?.ok) await new Promise((resolve) => setTimeout(resolve, 200));
  const page = (Date.now() - began) / 1000;
  server.kill('SIGTERM');
  await once(server, 'exit');
  const second = Date.now();
  must(['npm', 'test'], folder);
  const tested = installed + (Date.now() - second) / 1000;
  return [
    { what: 'npm ci && npm start, to the first page', reach: '≤ 120 s', measured: `${Math.round(page)} s (npm ci ${Math.round(installed)} s of it)`, ok: page <= 120 },
    { what: 'npm ci && npm test', reach: '≤ 10 min', measured: `${Math.round(tested)} s`, ok: tested <= 600 },
  ];
}
