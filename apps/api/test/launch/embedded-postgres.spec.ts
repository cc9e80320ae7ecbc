import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBinaries } from '../../src/platform/launch/binaries.ts';
import { asRoot, newFolder, newHome, nobody, query, start, startElsewhere } from './support.ts';

describe('the embedded database', { timeout: 60_000 }, () => {
  test('makes its folder on the first start and keeps data for the second', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await query(first.url, "create table thing (word text); insert into thing values ('나루')");
    await first.stop();
    const second = await start(folder);
    expect(await query(second.url, 'select word from thing')).toEqual([{ word: '나루' }]);
    expect(second.adopted).toBe(false);
    await second.stop();
    expect(readdirSync(dirname(folder)).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password']);
  });

  test('asks for a password, listens on 127.0.0.1 only, and gives the application no superuser', async () => {
    const folder = newFolder();
    const { url } = await start(folder);
    expect(statSync(`${folder}.password`).mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect(await query(url, "select current_setting('listen_addresses') as at, current_setting('server_encoding') as encoding, (select datlocale from pg_database where datname = current_database()) as locale, (select rolsuper from pg_roles where rolname = current_user) as super")).toEqual([
      { at: '127.0.0.1', encoding: 'UTF8', locale: 'C.UTF-8', super: false },
    ]);
    // Line 5 is the folder of the socket.
    expect(readFileSync(`${folder}/postmaster.pid`, 'utf8').split('\n')[4]).toBe('');
  });

  test('sets a new password and keeps the data when the file of passwords was lost', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await query(first.url, 'create table thing ()');
    await first.stop();
    rmSync(`${folder}.password`);
    const second = await start(folder);
    expect(new URL(second.url).password).not.toBe(new URL(first.url).password);
    expect(await query(second.url, 'select from thing')).toEqual([]);
  });

  test('says what to do when the password is not that of the data', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    writeFileSync(`${folder}.password`, 'one\ntwo\n');
    await expect(start(folder)).rejects.toMatchObject({ code: 'wrong-password', message: expect.stringContaining('Delete that file') });
    expect(readdirSync(folder)).not.toContain('postmaster.pid');
  });

  test('refuses a folder with something else in it and does not touch it', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.txt'), 'dear');
    await expect(start(folder)).rejects.toMatchObject({ code: 'foreign-folder', message: expect.stringContaining(folder) });
    expect(readdirSync(folder)).toEqual(['letter.txt']);
    expect(readdirSync(dirname(folder))).toEqual(['postgres']);
  });

  test("refuses a PostgreSQL cluster that is somebody else's", async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'PG_VERSION'), '18\n');
    await expect(start(folder)).rejects.toMatchObject({ code: 'foreign-folder' });
  });

  test('refuses data of another major version', async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    writeFileSync(join(folder, 'PG_VERSION'), '17\n');
    await expect(start(folder)).rejects.toMatchObject({ code: 'other-major-version', message: expect.stringContaining('PostgreSQL 17') });
  });

  test('takes an empty folder that is already there', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    const { url } = await start(folder);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('names DATABASE_URL as the way out where the platform has no binaries', () => {
    expect(() => findBinaries('plan9-vax')).toThrow(expect.objectContaining({ code: 'no-binary', message: expect.stringContaining('DATABASE_URL') }));
  });

  test.runIf(asRoot)('says so when it may not write', async () => {
    const home = newHome();
    mkdirSync(join(home, 'closed'), { mode: 0o755 });
    const { said } = await startElsewhere([join(home, 'closed', 'postgres')], nobody);
    expect(said).toMatchObject({ code: 'folder-unwritable', message: expect.stringContaining('cannot write') });
  });
});
