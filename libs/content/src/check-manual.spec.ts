import { join } from 'node:path';
import { blockHash } from '@naru/domain';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkFolder, checkTogether } from './check-library.ts';
import { checkManual, formatManual } from './check-manual.ts';
import { readManualFolder } from './manual-folder.ts';
import { formatProblem } from './problems.ts';
import { releaseKey, sourceFingerprint } from './release-lock.ts';
import { readTaxonomies, type Taxonomies } from './taxonomies.ts';
import { CONTENT, smallFiles, smallManual, unitsFor, writeFiles, type Draft } from './test/small-manual.ts';
import { formatUnits, parseUnits } from './units-file.ts';

let taxonomies: Taxonomies;
beforeAll(async () => { taxonomies = await readTaxonomies(CONTENT); });

type Change = (draft: Draft) => void;
/** Where a fault is: the file, and a piece of the line that it names (null: the whole file's). */
type Place = [file: string, piece: string | null];

const en = (from: string, to: string): Change => ({ texts }) => { texts.en = swap(texts.en, from, to); };
const ko = (from: string, to: string): Change => ({ texts }) => { texts.ko = swap(texts.ko, from, to); };
function swap(text = '', from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`The text has no "${from}".`);
  return text.replace(from, () => to);
}

async function faultsOf(change?: Change) {
  const { folder } = await smallManual(change);
  return checkFolder(folder, { taxonomies, lock: {} }).map(({ file, line, code }) => ({ code, file: file.replace('manuals/night/', ''), text: folder.current.raw[file.replace('manuals/night/', '')]?.split('\n')[line - 1] ?? null }));
}

async function expectFault(change: Change, code: string, [file, piece]: Place): Promise<void> {
  expect(await faultsOf(change)).toEqual([{ code, file, text: piece === null ? null : (expect.stringContaining(piece) as string) }]);
}

test('a small valid manual has no fault', async () => {
  expect(await faultsOf()).toEqual([]);
});

describe('a manual is refused', () => {
  test.each<[string, Change, string, Place]>([
    ['with an unknown theme', ({ manual }) => { manual.themes.push('dancing'); }, 'unknown-theme', ['manual.yaml', '- dancing']],
    ['with an SDG target that does not exist', ({ manual }) => { manual.sdg = ['11', '11.99']; }, 'unknown-sdg', ['manual.yaml', '11.99']],
    ['with an unknown city', ({ manual }) => { manual.city = 'atlantis'; }, 'unknown-city', ['manual.yaml', 'city: atlantis']],
    ['with an unknown owner', ({ manual }) => { manual.owner = 'atlantis'; }, 'unknown-organisation', ['manual.yaml', 'owner: atlantis']],
    ['without an id', ({ manual }) => { delete (manual as Partial<typeof manual>).id; }, 'no-id', ['manual.yaml', 'sourceLocale']],
    ['with a source twice', ({ manual }) => { manual.sources.push({ ...manual.sources[0]!, title: 'Again' }); }, 'duplicate-source', ['manual.yaml', 'id: city-2013']],
    ['with a fact twice', ({ manual }) => { manual.steps[1]!.id = 'study'; }, 'duplicate-fact', ['manual.yaml', 'id: study']],
    ['with a fact whose source is not there', ({ manual }) => { manual.limits[0]!.sources.push('nobody'); }, 'unknown-source', ['manual.yaml', '- nobody']],
    ['with a source that nothing cites', ({ manual }) => { manual.sources.push({ ...manual.sources[0]!, id: 'spare' }); }, 'unused-source', ['manual.yaml', 'id: spare']],
    ['with an editors\' judgement without reasons', (draft) => { draft.manual.differently[0]!.reasoning = null; en('- Drivers knew the stops ^dif1r\n', '')(draft); }, 'no-reasoning', ['manual.yaml', 'id: drivers']],
    ['with what another source said, and no source', ({ manual }) => { Object.assign(manual.conditions[0]!, { basis: 'source' }); }, 'missing-citation', ['manual.yaml', 'id: records']],
    ['with what the city said, and no source', ({ manual }) => { Object.assign(manual.conditions[0]!, { basis: 'city' }); }, 'missing-citation', ['manual.yaml', 'id: records']],
    ['without the word of a fact', ({ manual }) => { manual.steps[1]!.title = 'gone'; }, 'missing-label', ['manual.yaml', 'title: gone']],
    ['with one word for two facts', (draft) => { draft.manual.steps[1]!.title = 'step1'; }, 'label-used-twice', ['manual.yaml', 'title: step1']],
    ['with a word of a fact in another section', ({ manual }) => { manual.staffing[0]!.role = 'stp2'; }, 'label-place', ['en.md', '^stp2']],
    ['with a word of a fact that is no list item', ({ manual }) => { manual.steps[1]!.title = 'stp1'; }, 'label-place', ['en.md', '^stp1']],
    ['with a block without id', en(' ^sol1', ''), 'no-block-id', ['en.md', 'all night']],
    ['with a citation of no source', en('further. [@city-2013]', 'further. [@city-2014]'), 'broken-citation', ['en.md', '[@city-2014]']],
    ['with a figure without source', en('The city took its time.', 'The city took 3 years.'), 'figure-without-source', ['en.md', '3 years']],
    ['with a figure in Arabic digits without source', en('The city took its time.', 'The city took ٣ years.'), 'figure-without-source', ['en.md', '^stp1']],
    ['with a figure in an item that is no label', en('Read call records', 'Read 500 records'), 'figure-without-source', ['en.md', '^stp2']],
    ['with a figure in a label whose fact has no source', en('Test two routes', 'Test 2 routes'), 'figure-without-source', ['en.md', '^step2']],
    ['with a figure in a table that cites nothing', (draft) => { en('7,000 [@city-2013]', '7,000')(draft); ko('7,000 [@city-2013]', '7,000')(draft); }, 'figure-without-source', ['en.md', '| Year | Riders |']],
    ['with HTML', en('took its time', 'took <b>its</b> time'), 'forbidden-markdown', ['en.md', '^stp1']],
    ['with a script', en('The city took its time.', '<script>alert(\'x\')</script>'), 'forbidden-markdown', ['en.md', '^stp1']],
    ['with an image', en('took its time', 'took ![its](https://example.org/a.png) time'), 'forbidden-markdown', ['en.md', '^stp1']],
    ['with code', en('took its time', 'took `its` time'), 'forbidden-markdown', ['en.md', '^stp1']],
    ['with a javascript: link', en('took its time', 'took [its](javascript:alert(document.cookie)) time'), 'broken-link', ['en.md', '^stp1']],
    ['with a data: link', en('took its time', 'took [its](data:text/html,x) time'), 'broken-link', ['en.md', '^stp1']],
    ['with a link that is no address', en('took its time', 'took [its](routes.html) time'), 'broken-link', ['en.md', '^stp1']],
    ['with a link without scheme', en('took its time', 'took [its](//example.org) time'), 'broken-link', ['en.md', '^stp1']],
    ['with a mail address', en('took its time', 'took its time: a@example.org'), 'broken-link', ['en.md', '^stp1']],
    ['with an id that the page uses itself', (draft) => { en('^sol1', '^sources')(draft); }, 'reserved-block-id', ['en.md', '^sources']],
    ['with units of the source text', ({ raw, texts }) => { raw['en.units.json'] = unitsFor(texts.en ?? '', texts.en ?? ''); }, 'units-of-source', ['en.units.json', null]],
    ['without its source text', ({ manual, texts }) => { delete texts.ko; manual.sourceLocale = 'ja'; }, 'no-source-text', ['ja.md', null]],
    ['with a translation of a block that the source lacks', (draft) => { draft.texts.ko = `${draft.texts.ko ?? ''}\n- 더 ^more\n`; }, 'unaligned-block', ['ko.md', '^more']],
    ['with a translation of another kind', ko('### 작동 방식', '작동 방식'), 'unaligned-block', ['ko.md', '^head']],
    ['with a translated block that was never stamped', ({ raw, texts }) => { raw['ko.units.json'] = unitsFor(texts.en ?? '', swap(texts.ko, '# 심야버스 ^title\n\n', '')); }, 'not-stamped', ['ko.md', '^title']],
    ['with a translation that was changed after its stamp', ({ raw, texts }) => { raw['ko.units.json'] = unitsFor(texts.en ?? '', swap(texts.ko, '수요 조사', '조사')); }, 'changed-since-stamp', ['ko.md', '^step1']],
    ['with a stamp of no block', ({ raw, texts }) => { raw['ko.units.json'] = unitsFor(texts.en ?? '', `${texts.ko ?? ''}\n## limits\n\n- 한계 ^lim1\n`); }, 'unit-without-block', ['ko.units.json', null]],
    ['with a translation that cites another source', ko('시작했습니다. [@city-2013]', '시작했습니다. [@press-1]'), 'other-citations', ['ko.md', '^sum1']],
    ['with a translation that cites nothing', ko('시작했습니다. [@city-2013]', '시작했습니다.'), 'other-citations', ['ko.md', '^sum1']],
    ['with a translated table of other rows', ko('| 2014 |', '| 2013 | 0 |\n| 2014 |'), 'other-table', ['ko.md', '| 연도 | 승객 |']],
    ['with a translated table of other columns', ko('| 연도 | 승객 |', '| 연도 | 승객 | 또 |'), 'other-table', ['ko.md', '| 연도 | 승객 | 또 |']],
    ['with HTML in a translation', ko('수요 조사', '수요 <i>조사</i>'), 'forbidden-markdown', ['ko.md', '^step1']],
    ['with a javascript: link in a translation', ko('수요 조사', '수요 [조사](javascript:x)'), 'broken-link', ['ko.md', '^step1']],
    ['with a text that is not in its canonical form', (draft) => { en('\n\n## costs', '\n\n\n## costs')(draft); }, 'not-canonical', ['en.md', '']],
    ['with facts that are not in their canonical form', ({ raw }) => { raw['manual.yaml'] = swap(smallFiles()['manual.yaml'], 'city: seoul', 'city: "seoul"'); }, 'not-canonical', ['manual.yaml', '"seoul"']],
    ['with line ends of Windows', ({ raw, texts }) => { raw['en.md'] = (texts.en ?? '').replaceAll('\n', '\r\n'); }, 'not-canonical', ['en.md', '# Night buses']],
  ])('%s', (...[, change, code, place]) => expectFault(change, code, place));

  test.each<[string, Change, string]>([
    ['block without id', ko(' ^head', ''), '### 작동 방식'],
    ['block that stands in another section', ko('## solution', '## problem'), '### 작동 방식 ^head'],
    ['item that stands deeper', ko('1. 수요 조사 ^step1', '- 시범 ^step2\n  1. 수요 조사 ^step1'), '  1. 수요 조사 ^step1'],
  ])('with a translated %s, which is besides out of its canonical form', async (_, change, text) => {
    expect(await faultsOf(change)).toMatchObject([{ code: 'unaligned-block', file: 'ko.md', text }, { code: 'not-canonical', file: 'ko.md' }]);
  });

  test.each<[string, (manual: Draft['manual']) => unknown, string]>([
    ['without a limiting factor', (manual) => { manual.limits = []; }, 'limits: a manual names at least one limiting factor'],
    ['without what would be done differently', (manual) => { manual.differently = []; }, 'differently: a manual names at least one thing'],
    ['with an amount without source', (manual) => { manual.amounts[0]!.sources = []; }, 'amounts.0.sources: a figure needs a source'],
    ['with a post without source', (manual) => { manual.staffing[0]!.sources = []; }, 'staffing.0.sources: a figure needs a source'],
    ['with a result without source', (manual) => { manual.results[0]!.sources = []; }, 'results.0.sources: a figure needs a source'],
    ['without a theme', (manual) => { manual.themes = []; }, 'themes'],
    ['with an id of another version of UUID', (manual) => { manual.id = '019ab3c0-0000-4000-8000-000000000001'; }, 'content ids'],
    ['with a version number that is a number', (manual) => { Object.assign(manual, { version: 1.1 }); }, 'must be quoted'],
    ['with version 0.9', (manual) => { manual.version = '0.9'; }, 'version'],
    ['with a licence that is not the library\'s', (manual) => { Object.assign(manual, { licence: 'CC-BY-NC-4.0' }); }, 'licence'],
    ['with a unit that nobody knows', (manual) => { manual.results[0]!.unit = 'furlongs'; }, 'results.0.unit'],
    ['with an evidence level of 6', (manual) => { Object.assign(manual.results[0]!, { evidence: 6 }); }, 'results.0.evidence'],
    ['with a negative amount', (manual) => { manual.amounts[0]!.value = -1; }, 'amounts.0.value'],
    ['with a month that no year has', (manual) => { manual.period.start = '2013-13'; }, 'period.start'],
    ['with a day that no calendar has', (manual) => { manual.published = '2026-02-30'; }, 'published'],
    ['with a source that is no address of the web', (manual) => { manual.sources[0]!.url = 'javascript:alert(1)'; }, 'sources.0.url'],
    ['with a field that is no manual\'s', (manual) => { Object.assign(manual, { rating: 5 }); }, 'rating'],
    ['with a field left out', (manual) => { delete (manual as Partial<typeof manual>).changeNote; }, 'changeNote'],
    ['without anything at all', (manual) => { for (const key of Object.keys(manual)) if (key !== 'id') Reflect.deleteProperty(manual, key); }, 'sourceLocale'],
  ])('%s', async (_, change, message) => {
    const { folder } = await smallManual(({ manual }) => { change(manual); });
    const faults = checkFolder(folder, { taxonomies, lock: {} });
    expect(faults.map(formatProblem).join('\n')).toContain(message);
    expect(new Set(faults.map(({ code, file }) => `${code} ${file}`))).toEqual(new Set(['yaml-schema manuals/night/manual.yaml']));
    for (const { line } of faults) expect(line).toBeGreaterThan(0);
  });
});

describe('a manual is not refused', () => {
  test.each<[string, Change]>([
    ['for a single tilde', en('took its time', 'took ~its~ time, about ~half')],
    ['for a figure in a title, a heading, a caption or a sourced label', (draft) => { en('# Night buses', '# 9 night buses')(draft); en('### How it works', '### 3 ways')(draft); en(': Riders by year', ': Riders in 2014')(draft); }],
    ['for a figure in a link target', en('took its time', 'took [its](https://example.org/2013/1) time')],
    ['for a source that only a fact cites, or only a text', ({ manual }) => { manual.limits[0]!.sources = ['city-2013']; manual.sources.pop(); }],
    ['for a translation that leaves blocks out', (draft) => { draft.texts.ko = '# 심야버스 ^title\n'; }],
    ['for a translation of white space that differs', ko('수요 조사', '수요  조사')],
    ['for no translation at all', ({ texts }) => { delete texts.ko; }],
    ['for another source language', (draft) => { draft.manual.sourceLocale = 'ko'; draft.texts = { ko: draft.texts.en ?? '' }; }],
    ['for citations in another order', (draft) => { en('further. [@city-2013]', 'further. [@city-2013] [@press-1]')(draft); ko('## steps', '그리고. [@press-1] [@city-2013] ^sol1\n\n## steps')(draft); }],
    ['for an escaped pipe in a table', ko('| 승객 |', '| 승객\\|명 |')],
    ['for a currency as a unit', ({ manual }) => { manual.results[0]!.unit = 'KRW'; }],
    ['for a goal instead of a target', ({ manual }) => { manual.sdg = ['11']; }],
  ])('%s', async (_, change) => {
    expect(await faultsOf(change)).toEqual([]);
  });

  test('for citations and tables that differ where the translation is outdated', async () => {
    const outdated = await faultsOf((draft) => {
      ko('시작했습니다. [@city-2013]', '시작했습니다.')(draft);
      const { units } = parseUnits(unitsFor(draft.texts.en ?? '', draft.texts.ko ?? ''), '');
      draft.raw['ko.units.json'] = formatUnits({ ...units, sum1: { ...units.sum1!, from: blockHash('Before.') } }, Object.keys(units));
    });
    expect(outdated).toEqual([]);
  });

  test('for a block that is called like what objects inherit, but it wants its stamp', async () => {
    const change = en('^sol1', '^constructor');
    expect(await faultsOf(change)).toEqual([]);
    await expectFault((draft) => {
      change(draft);
      draft.texts.ko = swap(draft.texts.ko, '## steps', '어떤 것. [@city-2013] ^constructor\n\n## steps');
      draft.raw['ko.units.json'] = unitsFor(draft.texts.en ?? '', swap(draft.texts.ko, '어떤 것. [@city-2013] ^constructor\n\n', ''));
    }, 'not-stamped', ['ko.md', '^constructor']);
  });
});

describe('versions', () => {
  async function versions(change: { current?: Change; older?: Change; name?: string }) {
    const { root } = await smallManual(({ manual, ...draft }) => { manual.version = '1.1'; manual.changeNote = 'Riders were counted again.'; change.current?.({ manual, ...draft }); });
    await writeFiles(join(root, 'manuals/night/versions', change.name ?? '1.0'), smallFiles(change.older));
    return readManualFolder(root, 'night');
  }
  const faults = async (change: Parameters<typeof versions>[0]) => checkFolder(await versions(change), { taxonomies, lock: {} }).map(({ code, file, line }) => [code, file, line > 0]);

  test('one after the other have no fault', async () => {
    expect(await faults({})).toEqual([]);
  });

  test('have their faults named in their own folder', async () => {
    expect(await faults({ older: ({ manual }) => { manual.city = 'atlantis'; } })).toEqual([['unknown-city', 'manuals/night/versions/1.0/manual.yaml', true]]);
  });

  test('stand in a folder of their number', async () => {
    expect(await faults({ name: '1.2', current: ({ manual }) => { manual.version = '1.3'; } })).toEqual([['version-folder', 'manuals/night/versions/1.2/manual.yaml', true]]);
  });

  test.each(['1.0', '1.1'])('rise: 1.0 is not followed by %s below it', async (version) => {
    const older: Change = ({ manual }) => { manual.version = '1.1'; manual.changeNote = 'x'; };
    expect(await faults({ name: '1.1', older, current: ({ manual }) => { manual.version = version; } })).toEqual([['version-order', 'manuals/night/manual.yaml', true]]);
  });

  test('have one id', async () => {
    expect(await faults({ older: ({ manual }) => { manual.id = '019ab3c0-0000-7000-8000-000000000002'; } })).toEqual([['other-id', 'manuals/night/manual.yaml', true]]);
  });

  test('after the first tell what changed', async () => {
    expect(await faults({ current: ({ manual }) => { manual.changeNote = null; } })).toEqual([['no-change-note', 'manuals/night/manual.yaml', true]]);
  });

  test('that were released are refused any change of facts or source text, and no change of a translation', async () => {
    const released = (await versions({})).older[0]!;
    const lock = { [releaseKey('night', '1.0')]: sourceFingerprint(released) };
    const check = async (older?: Change) => checkFolder(await versions(older ? { older } : {}), { taxonomies, lock }).map(({ code, file, line }) => [code, file, line > 0]);
    const fault = [['released-version-changed', 'manuals/night/versions/1.0/manual.yaml', true]];
    expect(await check()).toEqual([]);
    expect(await check(en('took its time', 'took time'))).toEqual(fault);
    expect(await check(({ manual }) => { manual.results[0]!.value++; })).toEqual(fault);
    expect(await check(ko('수요 조사', '조사'))).toEqual([]);
  });
});

test('two manuals may not have one id', async () => {
  const { folder } = await smallManual();
  const other = { ...folder, slug: 'other' };
  expect(checkTogether([folder])).toEqual([]);
  expect(checkTogether([folder, other])).toMatchObject([{ code: 'duplicate-id', file: 'manuals/night/manual.yaml', line: 1, message: expect.stringContaining('"night"') as string }]);
});

test('the canonical form of valid files is the files themselves', async () => {
  const { folder } = await smallManual();
  expect(formatManual(folder.current)).toEqual(folder.current.raw);
  expect(formatManual({ manual: null, texts: {} })).toEqual({});
});

test('a manual whose facts can\'t be read has the faults of its files and no others', async () => {
  const { folder } = await smallManual(({ raw }) => { raw['manual.yaml'] = 'a: [\n'; });
  expect(checkManual(folder.current, taxonomies)).toEqual(folder.current.problems);
});
