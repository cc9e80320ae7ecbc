import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ended, firstLine, runFixture } from './support.ts';

describe('a process that is told to end', { timeout: 20_000 }, () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('runs its stops on %s, the last registered first, and exits with 0', async (signal) => {
    const { child, lines } = await stopper(10);
    child.kill(signal);
    expect(await ended(child)).toBe(0);
    expect(lines()).toEqual(['ready', 'second', 'first']);
  });

  test('takes the same signal twice within milliseconds for one, as a parent that passes it on sends it', async () => {
    const { child, lines } = await stopper(300);
    child.kill('SIGINT');
    await sleep(50);
    child.kill('SIGINT');
    expect(await ended(child)).toBe(0);
    expect(lines()).toContain('first');
  });

  test('exits at once on a second signal', async () => {
    const { child, lines } = await stopper(8_000);
    child.kill('SIGINT');
    await sleep(700);
    child.kill('SIGINT');
    expect(await ended(child)).toBe(130);
    expect(lines()).not.toContain('first');
  });

  test('exits with 1 when a stop takes longer than ten seconds', async () => {
    const { child } = await stopper(60_000);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(1);
  });
});

async function stopper(milliseconds: number): Promise<{ child: ChildProcess; lines(): string[] }> {
  const child = runFixture(['stopper.ts', String(milliseconds)]);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await firstLine(child);
  return { child, lines: () => output.trim().split('\n') };
}
