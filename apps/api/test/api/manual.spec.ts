import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeManual, revise, translate, type ManualDraft } from '../factories/manual.ts';
import { startTestLibrary, type TestLibrary } from '../support/test-library.ts';

let library: TestLibrary;
let first: ManualDraft;
let second: ManualDraft;

beforeAll(async () => {
  library = await startTestLibrary();
  first = translate(translate(makeManual({ slug: 'old-name' }), 'ko'), 'es', { ids: ['title', 'sum1'], state: 'reviewed', reviewer: 'A reader' });
  second = revise(first, '1.1', { texts: { sol1: 'Meters, repairs and pressure control.' }, manual: { depth: 'brief', themes: ['water', 'housing'], sdg: ['6', '6.3', '11'] } });
  // Two transactions: the second version is published later than the first.
  await library.content.put(first);
  await library.content.import(library.database);
  await library.content.put(second, [first]);
  await library.content.import(library.database);
  await library.content.rename('old-name', 'new-name');
  await library.content.import(library.database);
});
afterAll(() => library.close());

const HEAD = '{ id slug sourceLocale version { number isCurrent state changeNote publishedOn depth period { start end } licence origin { kind name version at reviewer } } }';

describe('manual', () => {
  test('answers by slug and by id with what the files say', async () => {
    const { bySlug, byId } = await library.server.read(`query ($id: ID) { bySlug: manual(slug: "new-name") ${HEAD} byId: manual(id: $id) ${HEAD} }`, { id: second.manual.id.toUpperCase() });
    expect(bySlug).toEqual({
      id: second.manual.id, slug: 'new-name', sourceLocale: 'en',
      version: {
        number: '1.1', isCurrent: true, state: 'published', changeNote: 'What changed for 1.1.', publishedOn: '2026-01-15', depth: 'brief', period: { start: '2015', end: '2020-05' }, licence: 'CC-BY-4.0',
        origin: { kind: 'machine', name: 'engine', version: '3', at: '2026-01-10', reviewer: null },
      },
    });
    expect(byId).toEqual(bySlug);
  });

  test('answers by a former slug with the present one', async () => {
    const { manual, version } = await library.server.read('{ manual(slug: "old-name") { slug } version(manual: "old-name", number: "1.0") { number state isCurrent manual { slug } } }');
    expect(manual).toEqual({ slug: 'new-name' });
    expect(version).toEqual({ number: '1.0', state: 'superseded', isCurrent: false, manual: { slug: 'new-name' } });
  });

  test('is null when there is none', async () => {
    const answer = await library.server.read('{ slug: manual(slug: "nowhere") { id } id: manual(id: "01890000-0000-7000-8000-000000000000") { id } noId: manual(id: "x") { id } }');
    expect(answer).toEqual({ slug: null, id: null, noId: null });
  });

  test('refuses neither or both of slug and id, and names them', async () => {
    for (const args of ['', '(slug: null)', '(slug: "new-name", id: "x")']) {
      const { errors, data } = await library.server.ask(`{ manual${args} { id } }`);
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', fields: ['slug', 'id'] });
      expect(data).toEqual({ manual: null });
    }
  });

  test('names owner, city, themes and goals, the main theme first', async () => {
    const { manual } = await library.server.read('{ manual(slug: "new-name") { owner { id kind url name(locale: ko) } city { id name(locale: en) country { code name(locale: fr) regionName(locale: en) } } themes { id name(locale: ja) } sdgs { goal } sdgTargets { code goal text } } }');
    expect(manual).toEqual({
      owner: { id: 'busan', kind: 'city', url: 'https://busan.example.org', name: 'City of busan (ko)' },
      city: { id: 'busan', name: 'busan', country: { code: 'KR', name: 'Corée du Sud', regionName: 'Eastern Asia' } },
      themes: [{ id: 'water', name: 'water (ja)' }, { id: 'housing', name: 'housing (ja)' }], sdgs: [{ goal: 6 }, { goal: 11 }], sdgTargets: [{ code: '6.3', goal: 6, text: 'Target 6.3.' }],
    });
  });
});

describe('version', () => {
  test('is null for a number that is none, or of no version', async () => {
    for (const number of ['2.0', '1', '1.', '.1', '1.1.0', ' 1.1', '1.01', '1e0.1', '99999999999.0', '-1.0', '1.1\u0000', '']) {
      expect([number, await library.server.read('query ($number: String!) { version(manual: "new-name", number: $number) { id } }', { number })]).toEqual([number, { version: null }]);
    }
    expect(await library.server.read('{ version(manual: "nowhere", number: "1.0") { id } }')).toEqual({ version: null });
  });

  test('lists versions newest first, page by page', async () => {
    const page = async (after: string | null) => {
      const { manual } = await library.server.read<{ manual: { versions: { nodes: { number: string }[]; totalCount: number; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string } } } }>(
        'query ($after: String) { manual(slug: "new-name") { versions(first: 1, after: $after) { totalCount nodes { number } pageInfo { hasNextPage hasPreviousPage endCursor } } } }', { after });
      return manual.versions;
    };
    const one = await page(null);
    expect(one).toMatchObject({ totalCount: 2, nodes: [{ number: '1.1' }], pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    expect(await page(one.pageInfo.endCursor)).toMatchObject({ totalCount: 2, nodes: [{ number: '1.0' }], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
  });

  test('names each language that it has, the fullest first', async () => {
    const { manual } = await library.server.read('{ manual(slug: "new-name") { version { languages { locale coverage offered title counts { source machine translated reviewed outdated missing } } } } }');
    const none = { source: 0, machine: 0, translated: 0, reviewed: 0, outdated: 0, missing: 0 };
    expect(manual).toEqual({ version: { languages: [
      { locale: 'en', coverage: 1, offered: true, title: 'Fewer leaks', counts: { ...none, source: 22 } },
      { locale: 'ko', coverage: 21 / 22, offered: true, title: 'ko Fewer leaks', counts: { ...none, machine: 21, outdated: 1 } },
      { locale: 'es', coverage: 2 / 22, offered: false, title: 'es Fewer leaks', counts: { ...none, reviewed: 2, missing: 20 } },
    ] } });
  });

  test('keeps its time of publication when a newer one follows', async () => {
    const { version, manual } = await library.server.read<Record<'version' | 'manual', { publishedAt: string } & { version: { publishedAt: string } }>>('{ version(manual: "new-name", number: "1.0") { publishedAt } manual(slug: "new-name") { version { publishedAt } } }');
    const [row]: [{ at: Date }] = await library.database.query(`SELECT at FROM version_state t JOIN version v ON v.id = t.version_id WHERE v.minor = 0 AND state = 'published'`);
    expect(version.publishedAt).toBe(row.at.toISOString());
    expect(Date.parse(manual.version.publishedAt)).toBeGreaterThanOrEqual(row.at.getTime());
  });
});

describe('compareVersions', () => {
  test('names every block, the changed one with its pieces, and the facts that differ', async () => {
    const { compareVersions: compared } = await library.server.read<{ compareVersions: { from: object; to: object; blocks: { id: string; change: string; pieces: { kind: string; text: string }[] }[]; facts: object[] } }>(
      '{ compareVersions(manual: "old-name", from: "1.0", to: "1.1", locale: en) { from { number } to { number } blocks { id kind section locale change pieces { kind text } } facts { path from to } } }');
    expect([compared.from, compared.to]).toEqual([{ number: '1.0' }, { number: '1.1' }]);
    expect(compared.blocks).toHaveLength(22);
    expect(compared.blocks.filter(({ change }) => change !== 'unchanged')).toMatchObject([{ id: 'sol1', change: 'changed' }]);
    const { pieces } = compared.blocks.find(({ id }) => id === 'sol1') ?? { pieces: [] };
    const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text).join('');
    expect([without('added'), without('removed')]).toEqual(['Meters and repairs.', 'Meters, repairs and pressure control.']);
    expect(compared.facts).toEqual([]);
  });

  test('is null when a manual or one of the versions does not exist', async () => {
    for (const [manual, from, to] of [['nowhere', '1.0', '1.1'], ['new-name', '0.9', '1.1'], ['new-name', '1.0', '1.2'], ['new-name', 'x', 'y']]) {
      expect(await library.server.read('query ($manual: String!, $from: String!, $to: String!) { compareVersions(manual: $manual, from: $from, to: $to, locale: ko) { facts { path } } }', { manual, from, to })).toEqual({ compareVersions: null });
    }
  });
});
