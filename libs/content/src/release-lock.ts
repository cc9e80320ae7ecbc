import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { ManualFiles, ManualFolder } from './manual-folder.ts';

const LOCK_FILE = 'manuals/released.json';
const schema = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u));

/** Hash of each released version's source files, by `<slug> <number>`. What was released is refused any change. */
export type ReleaseLock = Record<string, string>;

/** Hash of a version's source: its canonical facts and source text. Translations do not count. */
export function sourceFingerprint(files: Pick<ManualFiles, 'manual' | 'raw'>): string {
  const text = `${files.raw['manual.yaml'] ?? ''}\n${files.raw[`${files.manual?.sourceLocale ?? 'en'}.md`] ?? ''}`;
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Fingerprint of a whole manual folder, translations and older versions included. */
export function folderFingerprint(folder: ManualFolder): string {
  const files = [...folder.older, folder.current].flatMap(({ path, raw }) => Object.entries(raw).map(([name, text]) => `${path}/${name}\n${text}`));
  return bytesToHex(sha256(utf8ToBytes(files.join('\n'))));
}

/** Key of a version in the lock. */
export function releaseKey(slug: string, number: string): string {
  return `${slug} ${number}`;
}

/** Reads the lock; an absent file is an empty lock, one that can't be read is an error. */
export async function readReleaseLock(root: string): Promise<ReleaseLock> {
  const text = await readFile(join(root, LOCK_FILE), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
    throw error;
  });
  return schema.parse(JSON.parse(text));
}

/** Writes the lock, keys sorted. */
export async function writeReleaseLock(root: string, lock: ReleaseLock): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(join(root, LOCK_FILE), `${JSON.stringify(sorted, null, 2)}\n`);
}
