import type { Depth, Locale, Origin } from '@naru/domain';

/** A version as the queries answer it. */
export interface VersionRow {
  id: string;
  documentId: string;
  number: string;
  state: string;
  isCurrent: boolean;
  changeNote: string | null;
  publishedAt: Date;
  publishedOn: string;
  depth: Depth;
  period: { start: string; end: string | null };
  licence: string;
  origin: Origin;
  hash: string;
  signature: string;
  keyId: string;
}

/** A manual as the queries answer it: the document, and what its newest published version says of itself. */
export interface ManualRow {
  id: string;
  slug: string;
  sourceLocale: Locale;
  owner: string;
  cityId: string;
  themeIds: string[];
  sdg: string[];
  sdgGoals: number[];
  evidence: number | null;
  publishedAt: Date;
  version: VersionRow;
}

interface FlatVersion { [column: string]: unknown }

/** Columns of a version `v` with its status `s`, as one JSON object; dates stay apart. */
export const VERSION_COLUMNS = `jsonb_build_object(
  'id', v.id, 'documentId', v.document_id, 'number', v.major || '.' || v.minor, 'state', s.state, 'isCurrent', s.state = 'published', 'changeNote', v.change_note,
  'publishedOn', v.published_on, 'depth', v.depth, 'period', jsonb_build_object('start', v.period_start, 'end', v.period_end), 'licence', v.licence,
  'origin', v.text_origin, 'hash', v.hash, 'signature', v.signature, 'keyId', v.key_id)`;

/** Columns of a manual in the tables of lists. */
export const MANUAL_COLUMNS = `s.document_id AS id, (SELECT slug FROM document_slug l WHERE l.document_id = s.document_id AND l.current) AS slug,
  (SELECT source_locale FROM document o WHERE o.id = s.document_id) AS "sourceLocale", v.owner, v.city AS "cityId", v.themes AS "themeIds", v.sdg, v.sdg_goals AS "sdgGoals",
  v.max_evidence AS evidence, s.since AS "publishedAt", ${VERSION_COLUMNS} AS version`;

/** Gives a version its date back, which JSON has only as text. */
export function withDate(version: FlatVersion | VersionRow, publishedAt: Date): VersionRow {
  return { ...(version as VersionRow), publishedAt };
}
