import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lockFolder } from '../../src/platform/launch/folder-lock.ts';
import { newFolder } from './support.ts';

const elsewhere = { token: 'x', pid: process.pid, startTime: '1', space: 'another container' };

describe('the lock of a data folder', () => {
  test('is held by one of many that ask at once', async () => {
    const folder = newFolder();
    writeFileSync(`${folder}.lock`, JSON.stringify({ ...elsewhere }));
    utimesSync(`${folder}.lock`, 0, 0);
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const held = results.filter((result) => result.status === 'fulfilled');
    expect(held).toHaveLength(1);
    held[0]?.value.release();
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });

  test('of another container counts while it is touched', async () => {
    const folder = newFolder();
    const path = `${folder}.lock`;
    writeFileSync(path, JSON.stringify(elsewhere));
    const beat = setInterval(() => utimesSync(path, new Date(), new Date()), 100);
    try {
      await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'data-folder-in-use', message: expect.stringContaining('another container') });
    } finally {
      clearInterval(beat);
    }
  });

  test('of another container that fell silent is taken over', async () => {
    const folder = newFolder();
    const path = `${folder}.lock`;
    writeFileSync(path, JSON.stringify(elsewhere));
    utimesSync(path, 0, 0);
    const lock = await lockFolder(folder);
    expect(readFileSync(path, 'utf8')).not.toContain('another container');
    lock.release();
  });

  test('that was cut off in the middle of writing is taken over', async () => {
    const folder = newFolder();
    writeFileSync(`${folder}.lock`, '{"tok');
    const lock = await lockFolder(folder);
    lock.release();
  });

  test('is not given back by one who lost it', async () => {
    const folder = newFolder();
    const lock = await lockFolder(folder);
    writeFileSync(`${folder}.lock`, JSON.stringify(elsewhere));
    lock.release();
    expect(existsSync(`${folder}.lock`)).toBe(true);
  });
});
