import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { blockHash, LOCALES } from '@naru/domain';
import { onTestFinished } from 'vitest';
import { readManualFolder, type ManualFolder } from '../manual-folder.ts';
import type { ManualYaml } from '../manual-yaml.ts';
import { parseText } from '../text-file.ts';
import { formatUnits, type Unit } from '../units-file.ts';
import { formatYaml } from '../yaml-file.ts';

/** The real content folder. */
export const CONTENT = join(import.meta.dirname, '../../../../content');

export const EN = `# Night buses ^title

Seoul began night buses in 2013. [@city-2013] ^sum1

## solution

### How it works ^head

Buses run **all night** on [eight](https://example.org/routes) routes, and *no* further. [@city-2013] ^sol1

## actors

- Planners ^staf1

## steps

The city took its time. ^stp1

1. Study demand ^step1
  - Read call records ^stp2
2. Test two routes ^step2

## costs

- Running the 9 routes ^amt1

## results

: Riders by year ^cap1

| Year | Riders |
| ---- | ------ |
| 2014 | 7,000 [@city-2013] |
^tab1

- Riders a night ^res1

## limits

- No bus comes at 3 in some districts ^lim1

## differently

- Ask drivers first ^dif1
- Drivers knew the stops ^dif1r

## transfer

- Call records may be used ^cond1
- Count passengers by hand ^cond1m
`;

export const KO = `# 심야버스 ^title

서울시는 2013년에 심야버스를 시작했습니다. [@city-2013] ^sum1

## solution

### 작동 방식 ^head

## steps

1. 수요 조사 ^step1

## results

| 연도 | 승객 |
| --- | --- |
| 2014 | 7,000 [@city-2013] |
^tab1
`;

function facts(): ManualYaml {
  return {
    id: '019ab3c0-0000-7000-8000-000000000001', sourceLocale: 'en', version: '1.0', changeNote: null, published: '2026-11-24', depth: 'brief', owner: 'seoul', city: 'seoul',
    themes: ['transport'], sdg: ['11', '11.2'], period: { start: '2013', end: null }, licence: 'CC-BY-4.0', origin: { kind: 'machine', name: 'engine', version: null, at: '2026-11-24', reviewer: null },
    amounts: [{ id: 'running', covers: 'amt1', value: 100, currency: 'KRW', priceYear: null, recurrence: 'yearly', phase: 'actual', population: null, sources: ['city-2013'] }],
    staffing: [{ id: 'team', role: 'staf1', fte: 2.5, phase: 'planned', sources: ['city-2013'] }],
    steps: [
      { id: 'study', title: 'step1', start: '2012', end: null, durationMonths: 3, sources: ['city-2013'] },
      { id: 'pilot', title: 'step2', start: null, end: null, durationMonths: null, sources: [] },
    ],
    conditions: [{ id: 'records', statement: 'cond1', whenMissing: 'cond1m', kind: 'technical', weight: 'essential', basis: 'unknown', reasoning: null, sources: [] }],
    results: [{ id: 'riders', indicator: 'res1', unit: 'passengers-per-day', baseline: { value: 0, date: '2012' }, value: 7000, date: '2014', evidence: 2, sources: ['city-2013'] }],
    limits: [{ id: 'gaps', statement: 'lim1', basis: 'source', reasoning: null, sources: ['press-1'] }],
    differently: [{ id: 'drivers', statement: 'dif1', basis: 'editorial', reasoning: 'dif1r', sources: [] }],
    sources: [
      { id: 'city-2013', title: 'Night buses', publisher: 'Seoul', year: 2013, url: 'https://example.org/a', kind: 'official', language: 'en', accessed: '2026-11' },
      { id: 'press-1', title: 'Night buses: a review', publisher: 'A newspaper', year: null, url: 'https://example.org/b', kind: 'press', language: 'ko', accessed: '2026-11' },
    ],
  };
}

/** A manual before it is written; what a test leaves alone is valid and canonical. */
export interface Draft {
  manual: ManualYaml;
  texts: Record<string, string>;
  /** Files that are written last, as they are, by path below the manual; they stand above all others. */
  raw: Record<string, string>;
}

export const STAMP: Omit<Unit, 'from' | 'text'> = { state: 'machine', origin: { kind: 'machine', name: 'engine', version: null }, reviewer: null, at: '2026-11-24' };

/** The units of a translation that was made of the source as it is. */
export function unitsFor(source: string, translation: string): string {
  const originals = new Map(parseText(source, '').blocks.map((block) => [block.id, block]));
  const units = Object.fromEntries(parseText(translation, '').blocks.flatMap((block) => {
    const original = originals.get(block.id);
    return block.id === null || !original ? [] : [[block.id, { ...STAMP, from: blockHash(original.text), text: blockHash(block.text) }]];
  }));
  return formatUnits(units, [...originals.keys()].flatMap((id) => id ?? []));
}

/** An empty folder that is gone after the test. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'naru-content-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Writes files, with their folders. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

/** The files of the small manual after a change. */
export function smallFiles(change: (draft: Draft) => void = () => undefined): Record<string, string> {
  const draft: Draft = { manual: facts(), texts: { en: EN, ko: KO }, raw: {} };
  change(draft);
  const files: Record<string, string> = { 'manual.yaml': formatYaml(draft.manual) };
  for (const [locale, text] of Object.entries(draft.texts)) {
    files[`${locale}.md`] = text;
    if (locale !== draft.manual.sourceLocale && LOCALES.some((known) => known === locale)) files[`${locale}.units.json`] = unitsFor(draft.texts[draft.manual.sourceLocale] ?? '', text);
  }
  return { ...files, ...draft.raw };
}

/** Writes the small manual as `manuals/night` of a content folder of its own and reads it. */
export async function smallManual(change?: (draft: Draft) => void): Promise<{ root: string; folder: ManualFolder }> {
  const root = await newFolder();
  await writeFiles(join(root, 'manuals/night'), smallFiles(change));
  return { root, folder: await readManualFolder(root, 'night') };
}
