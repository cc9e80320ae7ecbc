import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kill, newHome, query, startElsewhere } from './support.ts';

const vitest = join(import.meta.dirname, '../../../../node_modules/vitest/vitest.mjs');

describe('the test database', { timeout: 60_000 }, () => {
  test('gives each test a clone of the prepared template and leaves nothing behind', () => {
    const home = newHome();
    const run = runVitest(home);
    expect(run.output).toContain('1 passed');
    expect(run.status).toBe(0);
    expect(leftIn(home)).toEqual([]);
  });

  test('leaves nothing behind when the template could not be prepared', () => {
    const home = newHome();
    const run = runVitest(home, { FIXTURE_FAILS: '1' });
    expect(run.output).toContain('prepare failed on purpose');
    expect(run.status).not.toBe(0);
    expect(leftIn(home)).toEqual([]);
  });

  test('cleans up after a run that was killed', async () => {
    const home = newHome();
    const { child } = await startElsewhere([join(home, 'naru-test-killed', 'postgres')]);
    await kill(child, 'SIGKILL');
    expect(runVitest(home).status).toBe(0);
    expect(leftIn(home)).toEqual([]);
  });

  test('makes and drops its databases on a server that is given, whether or not the template could be prepared', async () => {
    const home = newHome();
    const { said } = await startElsewhere([join(newHome(), 'postgres')]);
    const run = runVitest(home, { TEST_DATABASE_URL: said.url ?? '' });
    expect(run.output).toContain('1 passed');
    expect(runVitest(home, { TEST_DATABASE_URL: said.url ?? '', FIXTURE_FAILS: '1' }).output).toContain('on purpose');
    expect(await query(said.url, "select datname from pg_database where datname like 'naru\\_%'")).toEqual([]);
  });
});

function runVitest(home: string, environment: Record<string, string> = {}): { status: number | null; output: string } {
  const { TEST_DATABASE_URL: _given, VITEST: _vitest, ...inherited } = process.env;
  const words = [vitest, 'run', '--config', join(import.meta.dirname, 'fixtures', 'clone.config.ts')];
  const result = spawnSync(process.execPath, words, { encoding: 'utf8', env: { ...inherited, TMPDIR: home, NO_COLOR: '1', ...environment } });
  return { status: result.status, output: result.stdout + result.stderr };
}

function leftIn(home: string): string[] {
  return readdirSync(home).filter((name) => name.startsWith('naru-'));
}
