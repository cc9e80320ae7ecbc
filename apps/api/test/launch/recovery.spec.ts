import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { isAlive, startTimeOf } from '../../src/platform/launch/processes.ts';
import { ended, kill, newFolder, query, runFixture, serverPid, start, startElsewhere } from './support.ts';

describe('a start of the database', { timeout: 60_000 }, () => {
  test('refuses a folder that a live process uses, naming the process', async () => {
    const folder = newFolder();
    const { child, said } = await startElsewhere([folder]);
    const pid = serverPid(folder);
    await expect(start(folder)).rejects.toMatchObject({ code: 'data-folder-in-use', message: expect.stringContaining(`process ${child.pid}`) });
    expect(serverPid(folder)).toBe(pid);
    expect(await query(said.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('refuses a folder that this very process uses already', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await expect(start(folder)).rejects.toMatchObject({ code: 'data-folder-in-use' });
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('stops the server that a killed owner left behind, and finds its data', async () => {
    const folder = newFolder();
    const { child, said } = await startElsewhere([folder]);
    await query(said.url, 'create table thing as select 7 as number');
    const orphan = serverPid(folder);
    await kill(child, 'SIGKILL');
    expect(isAlive(orphan)).toBe(true);
    const database = await start(folder);
    expect(database.adopted).toBe(true);
    expect(isAlive(orphan)).toBe(false);
    expect(await query(database.url, 'select number from thing')).toEqual([{ number: 7 }]);
  });

  test('finds its data after owner and server were both killed', async () => {
    const folder = newFolder();
    const { child, said } = await startElsewhere([folder, 'durable']);
    await query(said.url, 'create table thing as select 7 as number');
    const server = serverPid(folder);
    await kill(child, 'SIGKILL');
    process.kill(server, 'SIGKILL');
    const database = await start(folder);
    expect(database.adopted).toBe(false);
    expect(await query(database.url, 'select number from thing')).toEqual([{ number: 7 }]);
  });

  test('is not held up by a lock whose pid belongs to another process by now', async () => {
    const folder = newFolder();
    const { child } = await startElsewhere([folder]);
    const lock: Record<string, unknown> = JSON.parse(readFileSync(`${folder}.lock`, 'utf8'));
    await kill(child, 'SIGTERM');
    expect(existsSync(`${folder}.lock`)).toBe(false);
    writeFileSync(`${folder}.lock`, JSON.stringify({ ...lock, pid: process.pid, startTime: '1' }));
    await start(folder);
    expect(JSON.parse(readFileSync(`${folder}.lock`, 'utf8'))).toMatchObject({ pid: process.pid, startTime: startTimeOf(process.pid) });
  });

  test('is not held up by a postmaster.pid whose pid belongs to another program by now, and leaves that alone', async () => {
    const folder = newFolder();
    const { child } = await startElsewhere([folder]);
    const server = serverPid(folder);
    await kill(child, 'SIGKILL');
    process.kill(server, 'SIGKILL');
    const stranger = spawn('sleep', ['60']);
    const file = join(folder, 'postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(String(server), String(stranger.pid)));
    try {
      const database = await start(folder);
      expect(database.adopted).toBe(false);
      expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(stranger.exitCode ?? stranger.signalCode).toBe(null);
    } finally {
      stranger.kill();
    }
  });

  test('begins anew when the first one was killed during initdb', async () => {
    const folder = newFolder();
    const child = runFixture(['owner.ts', folder]);
    await untilInitialising(child, folder);
    await kill(child, 'SIGKILL');
    expect(existsSync(folder)).toBe(false);
    const database = await start(folder);
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.stop();
    await sleep(300);
    await (await start(folder)).stop();
    expect(readdirSync(dirname(folder)).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password']);
  });

  test('leaves no server behind when its process ends by an uncaught exception', async () => {
    const folder = newFolder();
    const { child } = await startElsewhere([folder, 'throw']);
    expect(await ended(child)).toBe(1);
    expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false);
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });

  test('lets a signal to its process stop the server in good order', async () => {
    const folder = newFolder();
    const { child } = await startElsewhere([folder]);
    const server = serverPid(folder);
    expect(await kill(child, 'SIGTERM')).toBe(0);
    expect(isAlive(server)).toBe(false);
    expect(readFileSync(`${folder}.log`, 'utf8').trim()).toMatch(/database system is shut down$/);
  });
});

async function untilInitialising(child: ChildProcess, folder: string): Promise<void> {
  while (child.exitCode === null) {
    const name = readdirSync(dirname(folder)).find((one) => one.includes('.init-'));
    if (name && existsSync(join(dirname(folder), name, 'global'))) return;
    await sleep(5);
  }
  throw new Error('initdb was over before it could be interrupted');
}
