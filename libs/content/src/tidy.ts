import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blockHash, LOCALES, RESERVED_BLOCK_IDS, type Locale, type StoredState } from '@naru/domain';
import { v7 } from 'uuid';
import { alignText } from './align.ts';
import { formatManual } from './check-manual.ts';
import type { ManualFiles } from './manual-folder.ts';
import type { TextBlock } from './text-file.ts';
import { formatUnits, unitOf, type Unit } from './units-file.ts';

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A block id that the text does not have yet and that no page uses itself: four characters without look-alikes. */
export function newBlockId(taken: ReadonlySet<string>): string {
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(4));
    const id = [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
    if (!taken.has(id) && !RESERVED_BLOCK_IDS.has(id)) return id;
  }
}

function withIds(blocks: readonly TextBlock[]): TextBlock[] {
  const taken = new Set(blocks.flatMap((block) => block.id ?? []));
  return blocks.map((block) => {
    if (block.id !== null) return block;
    const id = newBlockId(taken);
    taken.add(id);
    return { ...block, id };
  });
}

/**
 * Gives a version its missing ids and brings its files to their canonical form.
 * @returns names of the files that changed
 * @throws Error when the YAML can't be read
 */
export async function tidyManual(root: string, files: ManualFiles): Promise<string[]> {
  const manual = files.manual;
  if (!manual) throw new Error(files.problems.map((p) => `${p.file}:${String(p.line)} ${p.message}`).join('\n'));
  const source = withIds(files.texts[manual.sourceLocale]?.blocks ?? []);
  const texts: ManualFiles['texts'] = {};
  for (const locale of LOCALES) {
    const text = files.texts[locale];
    if (text) texts[locale] = locale === manual.sourceLocale ? { ...text, blocks: source } : { ...text, blocks: alignText(source, text.blocks) };
  }
  const canonical = formatManual({ manual: { ...manual, id: manual.id ?? v7() }, texts });
  const changed = Object.entries(canonical).filter(([name, text]) => files.raw[name] !== text);
  for (const [name, text] of changed) await writeFile(join(root, files.path, name), text);
  return changed.map(([name]) => name);
}

/** What a stamp says of the translated blocks. */
export interface Stamp { state: StoredState; kind: 'person' | 'machine'; name: string; version: string | null; reviewer: string | null; at: string }

/**
 * Records, for every block of a translation that is new or changed, that it was made from the present source text.
 * Other blocks keep what was recorded, so that an outdated block stays outdated.
 * @returns how many blocks were stamped
 */
export async function stampTranslation(root: string, files: ManualFiles, { locale, stamp }: { locale: Locale; stamp: Stamp }): Promise<number> {
  const text = files.texts[locale];
  const source = files.manual && files.texts[files.manual.sourceLocale];
  if (!text || !source) throw new Error(`${files.path} has no text in "${locale}", or none in its source language.`);
  const originals = new Map(source.blocks.map((block) => [block.id, block]));
  const units: Record<string, Unit> = {};
  let stamped = 0;
  for (const block of text.blocks) {
    const original = block.id === null ? undefined : originals.get(block.id);
    if (block.id === null || !original) continue;
    const hash = blockHash(block.text);
    const before = unitOf(text.units, block.id);
    if (before?.text === hash) {
      units[block.id] = before;
      continue;
    }
    const { kind, name, version } = stamp;
    units[block.id] = { from: blockHash(original.text), text: hash, state: stamp.state, origin: { kind, name, version }, reviewer: stamp.reviewer, at: stamp.at };
    stamped++;
  }
  const order = source.blocks.flatMap((block) => block.id ?? []);
  await writeFile(join(root, files.path, `${locale}.units.json`), formatUnits(units, order));
  return stamped;
}
