import type { Facts, Locale } from '@naru/domain';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { SourceBlock } from './assemble-edition.ts';
import type { VersionEntity } from './version.entity.ts';

/** What a version's hash covers: everything that is immutable but the hash and the signature themselves. People by id, never by name. */
export interface CanonicalVersion {
  documentId: string;
  sourceLocale: Locale;
  head: Pick<VersionEntity, 'major' | 'minor' | 'changeNote' | 'depth' | 'owner' | 'city' | 'themes' | 'sdg' | 'periodStart' | 'periodEnd' | 'licence' | 'publishedOn' | 'textOrigin' | 'author' | 'approver'>;
  blocks: readonly SourceBlock[];
  facts: Facts;
}

/** The version as canonical JSON (RFC 8785), the text that is hashed. */
export function canonicalJson(version: CanonicalVersion): string {
  const text = canonicalize(version);
  if (text === undefined) throw new Error('A version is a JSON object.');
  return text;
}

/** SHA-256 of the canonical JSON, hexadecimal. */
export function versionHash(version: CanonicalVersion): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(version))));
}
