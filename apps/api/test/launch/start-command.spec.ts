import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { isAlive } from '../../src/platform/launch/processes.ts';
import { kill, newHome } from './support.ts';

// Stands for Nx: "builds" a main.js that says which arguments it got, or fails when the source says so.
const NX = `
const fs = require('node:fs');
const source = fs.readFileSync('apps/api/src/main.ts', 'utf8');
console.log('nx is talking');
if (source.includes('broken')) process.exit(3);
fs.mkdirSync('apps/api/dist', { recursive: true });
fs.mkdirSync('apps/web/dist', { recursive: true });
fs.writeFileSync('apps/api/dist/main.js', source);
`;

describe('npm start', () => {
  test('builds the first time, then runs the server in its own process without asking Nx', () => {
    const root = workspace();
    expect(run(root)).toEqual({ status: 7, out: expect.stringMatching(/^Building \(first time only\) …\nBuilt in \d+ s\.\nserving\n$/), err: '' });
    expect(run(root)).toEqual({ status: 7, out: 'serving\n', err: '' });
  });

  test.each([
    ['a source changed', (root: string) => put(root, 'apps/api/src/main.ts', 'console.log("changed"); process.exit(7);')],
    ['a source came', (root: string) => put(root, 'libs/domain/src/new.ts', '')],
    ['a source went', (root: string) => rmSync(join(root, 'libs/domain/src/index.ts'))],
    ['the libraries changed', (root: string) => put(root, 'package-lock.json', '{"new": 1}')],
    ["a part's output went", (root: string) => rmSync(join(root, 'apps/web/dist'), { recursive: true })],
  ])('builds again when %s', (_what, change) => {
    const root = workspace();
    run(root);
    change(root);
    expect(run(root).out).toMatch(/^Building …\n/);
    expect(run(root).out).not.toContain('Building');
  });

  test('does not build again for a test, for what lies in the data folder, or for times that git changed', () => {
    const root = workspace();
    run(root);
    put(root, 'apps/api/src/main.spec.ts', '');
    put(root, '.data/postgres.log', '');
    utimesSync(join(root, 'libs/domain/src/index.ts'), 1, 1);
    expect(run(root).out).toBe('serving\n');
  });

  test('shows what the build said when it fails, passes its status on, and tries again next time', () => {
    const root = workspace();
    put(root, 'apps/api/src/main.ts', 'broken');
    expect(run(root)).toMatchObject({ status: 3, err: expect.stringMatching(/nx is talking\n.*The build failed/s) });
    expect(existsSync(join(root, 'apps/api/dist/.built-from'))).toBe(false);
    expect(run(root).status).toBe(3);
  });

  test('ends quietly when it is told to during the build, and leaves no build behind', async () => {
    const root = workspace();
    put(root, 'node_modules/nx/dist/bin/nx.js', "require('node:fs').writeFileSync('pid', String(process.pid)); setInterval(() => undefined, 1000);");
    const child = spawn(process.execPath, ['apps/api/start.mjs'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    while (!existsSync(join(root, 'pid')) || readFileSync(join(root, 'pid'), 'utf8') === '') await sleep(20);
    await kill(child, 'SIGTERM');
    expect(isAlive(Number(readFileSync(join(root, 'pid'), 'utf8')))).toBe(false);
    expect(errors).toBe('');
  });

  test('runs what is built where there are no sources', () => {
    const root = workspace();
    put(root, 'apps/api/dist/main.js', 'console.log("from the image")');
    rmSync(join(root, 'apps/api/src'), { recursive: true });
    rmSync(join(root, 'node_modules/nx'), { recursive: true });
    expect(run(root)).toEqual({ status: 0, out: 'from the image\n', err: '' });
  });

  test('asks for npm ci where the libraries are missing', () => {
    const root = workspace();
    rmSync(join(root, 'node_modules'), { recursive: true });
    expect(run(root)).toMatchObject({ status: 1, err: expect.stringContaining('npm ci') });
  });
});

function workspace(): string {
  const root = newHome();
  put(root, 'package.json', '{"type":"module"}');
  put(root, 'package-lock.json', '{}');
  put(root, 'node_modules/nx/package.json', '{"type":"commonjs"}');
  put(root, 'node_modules/nx/dist/bin/nx.js', NX);
  put(root, 'apps/api/src/main.ts', 'console.log("serving"); process.exit(7);');
  put(root, 'libs/domain/src/index.ts', '');
  cpSync(join(import.meta.dirname, '../../start.mjs'), join(root, 'apps/api/start.mjs'));
  return root;
}

function put(root: string, name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

function run(root: string): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['apps/api/start.mjs'], { cwd: root, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}
