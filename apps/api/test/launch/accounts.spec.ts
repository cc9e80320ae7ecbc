import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBinaries } from '../../src/platform/launch/binaries.ts';
import { createCluster } from '../../src/platform/launch/new-cluster.ts';
import { startPostmaster } from '../../src/platform/launch/postmaster.ts';
import { chooseAccount, giveTo } from '../../src/platform/launch/server-account.ts';
import { asRoot, kill, newFolder, newHome, nobody, query, start, startElsewhere } from './support.ts';

describe.runIf(asRoot)('the user of the server, started by root', { timeout: 60_000 }, () => {
  test('a plain user starts a database of its own', async () => {
    const folder = newFolder();
    const { child, said } = await startElsewhere([folder], nobody);
    expect(await query(said.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(folder).uid).toBe(nobody.uid);
    expect(await kill(child, 'SIGTERM')).toBe(0);
  });

  test("root starts a plain user's data, and leaves it to that user", async () => {
    const folder = newFolder();
    const first = await startElsewhere([folder], nobody);
    await query(first.said.url, 'create table thing as select 7 as number');
    await kill(first.child, 'SIGTERM');
    const second = await start(folder);
    expect(await query(second.url, 'select number from thing')).toEqual([{ number: 7 }]);
    await second.stop();
    const third = await startElsewhere([folder], nobody);
    expect(await query(third.said.url, 'select number from thing')).toEqual([{ number: 7 }]);
  });

  test('root stops an orphan of a plain user', async () => {
    const folder = newFolder();
    const { child } = await startElsewhere([folder], nobody);
    await kill(child, 'SIGKILL');
    expect((await start(folder)).adopted).toBe(true);
  });

  test('without user namespaces root gives the data to an unprivileged user, and the next start takes it from there', async () => {
    const folder = newFolder();
    const place = { folder, account: chooseAccount(folder, findBinaries(), '/no/such/unshare'), fast: true };
    expect(place.account).toMatchObject({ kind: 'other-user', prefix: [] });
    await createCluster(place);
    expect(statSync(folder).uid).toBe(place.account.owner?.uid);
    expect(statSync(folder).uid).not.toBe(0);
    await (await startPostmaster(place, () => undefined)).stop();
    const database = await start(folder);
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(folder).uid).toBe(place.account.owner?.uid);
  });

  test("without user namespaces root hands over data that was root's", async () => {
    const folder = newFolder();
    await (await start(folder)).stop();
    giveTo(folder, { uid: 0, gid: 0 });
    const place = { folder, account: chooseAccount(folder, findBinaries(), '/no/such/unshare'), fast: true };
    await (await startPostmaster(place, () => undefined)).stop();
    expect(statSync(join(folder, 'global', 'pg_control')).uid).toBe(place.account.owner?.uid);
  });

  test('refuses, in words, a folder that the unprivileged user cannot enter', () => {
    const home = newHome();
    mkdirSync(join(home, 'private'));
    chmodSync(join(home, 'private'), 0o700);
    expect(() => chooseAccount(join(home, 'private', 'postgres'), findBinaries(), '/no/such/unshare')).toThrow(
      expect.objectContaining({ code: 'folder-unwritable', message: expect.stringContaining('cannot enter') }),
    );
  });
});
