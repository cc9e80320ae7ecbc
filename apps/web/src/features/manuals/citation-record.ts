import type { ManualHeadFragment, VersionHeadFragment } from '@naru/api-client';
import type { TFunction } from 'i18next';

import type { CitationRecord } from './citations.ts';
import { permanentPath } from './permanent-address.ts';

/** The library's name, as citations give it; it is the same in every language. */
const PUBLISHER = 'Naru';

/** What a citation is made of. `origin` is that of the site's addresses, such as `https://naru.example`. */
export interface CitedVersion {
  manual: ManualHeadFragment;
  version: VersionHeadFragment & { edition: { title: { text: string; locale: string }; summary: string } };
  origin: string;
}

/**
 * The record that every form of a citation is made from. The city is named as the author only where it wrote or
 * reviewed the text: words that it has not seen are not put into its mouth.
 */
export function citationRecord(t: TFunction<'manuals'>, cited: CitedVersion): CitationRecord {
  const { manual, version, origin } = cited;
  const { kind, reviewer } = version.origin;
  const unseen = kind === 'machine' && reviewer === null;
  return {
    key: `${manual.slug}-${version.number}`,
    title: version.edition.title.text,
    author: unseen ? PUBLISHER : manual.owner.name,
    publisher: PUBLISHER,
    publishedAt: version.publishedAt,
    version: version.number,
    language: version.edition.title.locale,
    url: `${origin}${permanentPath(manual.id, version.number)}`,
    id: manual.id,
    summary: version.edition.summary,
    licence: version.licence,
    note: kind !== 'machine' ? null : reviewer === null ? t('cite.noteMachine') : t('cite.noteReviewed', { reviewer }),
  };
}
