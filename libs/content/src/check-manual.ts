import { blockHash, citedSources, FACT_LISTS, hasFigure, LOCALES, type Locale } from '@naru/domain';
import { alignText } from './align.ts';
import { inspectInline } from './inline.ts';
import type { ManualFiles, ManualText } from './manual-folder.ts';
import { labelsOf, manualSchema } from './manual-yaml.ts';
import type { ContentProblem } from './problems.ts';
import type { Taxonomies } from './taxonomies.ts';
import { formatText, type TextBlock } from './text-file.ts';
import { formatUnits, unitOf } from './units-file.ts';
import { formatYaml } from './yaml-file.ts';

type Complain = (at: readonly [file: string, line: number], code: string, message: string) => void;

/** Every fault of one version's files; empty when it may be imported. */
export function checkManual(files: ManualFiles, taxonomies: Taxonomies): ContentProblem[] {
  const problems = [...files.problems];
  const complain: Complain = ([name, line], code, message) => problems.push({ file: `${files.path}/${name}`, line, code, message });
  const { manual } = files;
  if (!manual) return problems;
  if (manual.id === undefined) complain(['manual.yaml', 1], 'no-id', 'The manual has no id. Run "content ids".');
  checkReferences(files, taxonomies, complain);
  const source = files.texts[manual.sourceLocale];
  if (!source) {
    complain([`${manual.sourceLocale}.md`, 0], 'no-source-text', `The source language is ${manual.sourceLocale}, but its text is not there.`);
    return problems;
  }
  if (source.units) complain([`${manual.sourceLocale}.units.json`, 0], 'units-of-source', 'The source text is no translation. Remove its units.');
  checkSource(files, source.blocks, complain);
  for (const locale of LOCALES) {
    const text = files.texts[locale];
    if (text && locale !== manual.sourceLocale) checkTranslation({ locale, text, source: source.blocks }, complain);
  }
  checkForm(files, complain);
  return problems;
}

function checkReferences({ manual, lineOf }: ManualFiles, taxonomies: Taxonomies, complain: Complain): void {
  if (!manual) return;
  const unknown = (path: (string | number)[], what: string, value: string) => {
    complain(['manual.yaml', lineOf(path)], `unknown-${what}`, `"${value}" is no ${what} of places/ and taxonomies/.`);
  };
  const themes = new Set(taxonomies.themes.map((theme) => theme.id));
  manual.themes.forEach((theme, i) => !themes.has(theme) && unknown(['themes', i], 'theme', theme));
  const sdg = new Set([...taxonomies.sdg.goals.map((g) => String(g.goal)), ...taxonomies.sdg.targets.map((t) => t.code)]);
  manual.sdg.forEach((code, i) => !sdg.has(code) && unknown(['sdg', i], 'sdg', code));
  if (!taxonomies.cities.some((city) => city.id === manual.city)) unknown(['city'], 'city', manual.city);
  if (!taxonomies.organisations.some((o) => o.id === manual.owner)) unknown(['owner'], 'organisation', manual.owner);
  const sources = new Set<string>();
  manual.sources.forEach((source, i) => {
    if (sources.has(source.id)) complain(['manual.yaml', lineOf(['sources', i, 'id'])], 'duplicate-source', `The source "${source.id}" stands twice.`);
    sources.add(source.id);
  });
  for (const list of FACT_LISTS) {
    const ids = new Set<string>();
    const facts: readonly { id: string; sources: string[]; basis?: string; reasoning?: string | null }[] = manual[list];
    facts.forEach((fact, i) => {
      if (ids.has(fact.id)) complain(['manual.yaml', lineOf([list, i, 'id'])], 'duplicate-fact', `"${fact.id}" stands twice in ${list}.`);
      ids.add(fact.id);
      fact.sources.forEach((id, k) => !sources.has(id) && complain(['manual.yaml', lineOf([list, i, 'sources', k])], 'unknown-source', `"${id}" is no source of this manual.`));
      if (fact.basis === 'editorial' && !fact.reasoning) complain(['manual.yaml', lineOf([list, i])], 'no-reasoning', 'What the editors reasoned gives its reasoning.');
      if ((fact.basis === 'city' || fact.basis === 'source') && fact.sources.length === 0) complain(['manual.yaml', lineOf([list, i])], 'missing-citation', `Basis "${fact.basis}" needs a source.`);
    });
  }
}

function checkSource(files: ManualFiles, blocks: readonly TextBlock[], complain: Complain): void {
  const { manual, lineOf } = files;
  if (!manual) return;
  const name = `${manual.sourceLocale}.md`;
  const sources = new Set(manual.sources.map((source) => source.id));
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const labels = new Map<string, boolean>();
  for (const use of labelsOf(manual)) {
    const block = byId.get(use.block);
    if (labels.has(use.block)) complain(['manual.yaml', lineOf(use.path)], 'label-used-twice', `"^${use.block}" is a word of two facts. A copy gets an id of its own.`);
    labels.set(use.block, use.hasSources);
    if (!block) complain(['manual.yaml', lineOf(use.path)], 'missing-label', `${name} has no block "^${use.block}".`);
    else if (block.section !== use.section || block.kind !== 'item') complain([name, block.line], 'label-place', `"^${use.block}" is a word of a fact: a list item in the section "${use.section}".`);
  }
  const cited = new Set(FACT_LISTS.flatMap((list): { sources: string[] }[] => manual[list]).flatMap((fact) => fact.sources));
  for (const block of blocks) {
    if (block.id === null) complain([name, block.line], 'no-block-id', 'The block has no id. Run "content ids".');
    const citations = citedSources(block.text);
    citations.forEach((id) => cited.add(id));
    for (const id of citations) if (!sources.has(id)) complain([name, block.line], 'broken-citation', `[@${id}] is no source of this manual.`);
    const free = block.kind === 'title' || block.kind === 'heading' || block.kind === 'caption' || (block.id !== null && labels.get(block.id) === true);
    if (!free && hasFigure(block.text) && citations.length === 0) complain([name, block.line], 'figure-without-source', 'A block with a figure cites its source: [@source-id].');
    checkInline(name, block, complain);
  }
  manual.sources.forEach((source, i) => !cited.has(source.id) && complain(['manual.yaml', lineOf(['sources', i])], 'unused-source', `Nothing cites "${source.id}". Cite it or remove it.`));
}

function checkInline(name: string, block: TextBlock, complain: Complain): void {
  const { forbidden, links } = inspectInline(block.text);
  for (const kind of forbidden) complain([name, block.line], 'forbidden-markdown', `A block may not hold "${kind}". Use **strong**, *emphasis*, [text](https://…) and [@source-id] only.`);
  for (const link of links) {
    if (!URL.canParse(link) || !/^https?:$/u.test(new URL(link).protocol)) complain([name, block.line], 'broken-link', `"${link}" is no address of the web. Write https://….`);
  }
}

function checkTranslation({ locale, text, source }: { locale: Locale; text: ManualText; source: readonly TextBlock[] }, complain: Complain): void {
  const name = `${locale}.md`;
  const byId = new Map(source.map((block) => [block.id, block]));
  for (const block of text.blocks) {
    checkInline(name, block, complain);
    const original = byId.get(block.id);
    if (block.id === null || !original) {
      complain([name, block.line], 'unaligned-block', block.id === null ? 'A translated block ends with the id of its source block.' : `The source has no block "^${block.id}".`);
      continue;
    }
    if (original.kind !== block.kind || original.section !== block.section || original.item?.depth !== block.item?.depth) complain([name, block.line], 'unaligned-block', `"^${block.id}" is of another kind, depth or section than in the source.`);
    const unit = unitOf(text.units, block.id);
    if (!unit) complain([name, block.line], 'not-stamped', `Nothing tells where "^${block.id}" came from. Run "content stamp".`);
    else if (unit.text !== blockHash(block.text)) complain([name, block.line], 'changed-since-stamp', `"^${block.id}" was changed after it was stamped. Run "content stamp".`);
    if (unit?.from !== blockHash(original.text)) continue;
    if (citedSources(block.text).sort().join() !== citedSources(original.text).sort().join()) complain([name, block.line], 'other-citations', `"^${block.id}" cites other sources than its original.`);
    if (block.kind === 'table' && shape(block) !== shape(original)) complain([name, block.line], 'other-table', `The table "^${block.id}" has other rows or columns than its original.`);
  }
  const ids = new Set(text.blocks.map((block) => block.id));
  for (const id of Object.keys(text.units ?? {})) if (!ids.has(id)) complain([`${locale}.units.json`, 0], 'unit-without-block', `"${id}" has no block in ${name}. Run "content stamp".`);
}

function shape(table: TextBlock): string {
  return table.text.split('\n').map((row) => row.replace(/\\\|/gu, '').split('|').length).join();
}

/** The files of a version in their canonical form, by name. */
export function formatManual({ manual, texts }: Pick<ManualFiles, 'manual' | 'texts'>): Record<string, string> {
  const out: Record<string, string> = {};
  if (!manual) return out;
  const keys = Object.keys(manualSchema.shape) as (keyof typeof manual)[];
  out['manual.yaml'] = formatYaml(Object.fromEntries(keys.filter((key) => manual[key] !== undefined).map((key) => [key, manual[key]])));
  const order = (texts[manual.sourceLocale]?.blocks ?? []).flatMap((block) => block.id ?? []);
  for (const locale of LOCALES) {
    const text = texts[locale];
    if (!text) continue;
    const source = texts[manual.sourceLocale]?.blocks ?? [];
    out[`${locale}.md`] = formatText(locale === manual.sourceLocale ? text.blocks : alignText(source, text.blocks));
    if (text.units) out[`${locale}.units.json`] = formatUnits(text.units, order);
  }
  return out;
}

function checkForm(files: ManualFiles, complain: Complain): void {
  const canonical = formatManual(files);
  for (const [name, text] of Object.entries(files.raw)) {
    if (canonical[name] === undefined || canonical[name] === text) continue;
    const theirs = text.split('\n');
    const line = canonical[name].split('\n').findIndex((expected, i) => expected !== theirs[i]);
    complain([name, line + 1], 'not-canonical', 'The file is not in its canonical form. Run "content ids".');
  }
}
