import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const SHUTDOWN = join(import.meta.dirname, '../../src/platform/launch/index.ts');
const folder = mkdtempSync(join(tmpdir(), 'naru-npm-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

// A program as main.ts is one: it stops with npm, and says its number so that the test can look for it.
writeFileSync(join(folder, 'program.ts'), `import { stopWithNpm } from ${JSON.stringify(SHUTDOWN)}; stopWithNpm(); console.log('pid ' + process.pid); setInterval(() => undefined, 1000);`);
writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { start: `${JSON.stringify(process.execPath)} program.ts` } }));

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test.skipIf(process.platform !== 'linux')(`leaves nothing running when npm ends by ${signal}`, async () => {
    const npm = spawn('npm', ['start', '--silent'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise<number>((resolve) => {
      npm.stdout.on('data', (chunk: Buffer) => {
        const found = /pid (\d+)/u.exec(chunk.toString())?.[1];
        if (found !== undefined) resolve(Number(found));
      });
    });
    expect(alive(pid)).toBe(true);
    npm.kill(signal);
    await expect.poll(() => alive(pid), { timeout: 10_000 }).toBe(false);
  }, 30_000);
}
