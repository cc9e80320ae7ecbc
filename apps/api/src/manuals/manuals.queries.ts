import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { directionOf, isOffered, VERSION_NUMBER, type Locale, type StateCounts } from '@naru/domain';
import { withFallback, type EditionBody } from '../documents/index.ts';
import { cursorNumber, type PageWish } from '../platform/graphql/connection.ts';
import { inKeyOrder, type RequestContext } from '../platform/graphql/request-context.ts';
import { MANUAL_TABLES } from './manual-filter.sql.ts';
import { MANUAL_COLUMNS, VERSION_COLUMNS, type ManualRow, type VersionRow } from './manual-rows.ts';
import type { Coverage } from '../documents/index.ts';
import type { EditionType, ManualCard } from './manuals.types.ts';

/** Which edition: a version, the language asked for, and the languages to fall back to, block by block. */
export interface EditionWish { versionId: string; sourceLocale: Locale; locale: Locale; fallback: readonly Locale[] }

interface EditionRow { versionId: string; locale: Locale; revision: number; coverage: number; counts: StateCounts; summary: string; body: EditionBody }

interface CardRow { versionId: string; locale: Locale; title: string; summary: string; coverage: number; sections: number; sectionsInLanguage: number }

/** When a version was first published here; its later states do not move that. */
const FIRST_PUBLISHED = `(SELECT min(t.at) FROM version_state t WHERE t.version_id = v.id AND t.state = 'published')`;

/** Reads of manuals, versions and editions. */
@Injectable()
export class ManualsQueries {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  /** A manual by present or former slug; null when there is none, or none is published. */
  async bySlug(slug: string): Promise<ManualRow | null> {
    return this.#one(`s.document_id = (SELECT document_id FROM document_slug WHERE slug = $1)`, slug);
  }

  /** A manual by its id; null when there is none, or none is published. */
  async byId(id: string): Promise<ManualRow | null> {
    return this.#one(`s.document_id::text = $1`, id.toLowerCase());
  }

  async #one(where: string, value: string): Promise<ManualRow | null> {
    const rows: ManualRow[] = await this.#database.query(`SELECT ${MANUAL_COLUMNS} FROM ${MANUAL_TABLES} WHERE s.state = 'published' AND ${where}`, [value]);
    return rows[0] ?? null;
  }

  /** The manual of a version. */
  async ofDocument(context: RequestContext, documentId: string): Promise<ManualRow | null> {
    return context
      .loader('manual', async (ids) => {
        const rows: ManualRow[] = await this.#database.query(`SELECT ${MANUAL_COLUMNS} FROM ${MANUAL_TABLES} WHERE s.state = 'published' AND s.document_id = ANY ($1::uuid[])`, [ids]);
        return inKeyOrder(ids, rows, (row) => row.id);
      })
      .load(documentId);
  }

  /** A public version of a manual by its number; null when there is none. */
  async version(documentId: string, number: string): Promise<VersionRow | null> {
    if (!VERSION_NUMBER.test(number)) return null;
    const [major, minor] = number.split('.').map(Number);
    const rows = await this.#versions(`v.document_id = $1 AND v.major = $2 AND v.minor = $3`, [documentId, major, minor]);
    return rows[0] ?? null;
  }

  /** Public versions of a manual, newest first; one row more than was asked for. */
  async versions(documentId: string, { first, after }: PageWish): Promise<VersionRow[]> {
    const place = after ? ` AND (v.major, v.minor) < (${after.map((part) => String(cursorNumber(part))).join(', ')})` : '';
    return this.#versions(`v.document_id = $1${place}`, [documentId], first + 1);
  }

  /** How many public versions a manual has. */
  async countVersions(documentId: string): Promise<number> {
    const [row]: [{ count: number }] = await this.#database.query(`SELECT count(*)::int AS count FROM version_status WHERE document_id = $1 AND state IN ('published', 'superseded')`, [documentId]);
    return row.count;
  }

  async #versions(where: string, values: unknown[], limit = 1): Promise<VersionRow[]> {
    const rows: { version: VersionRow; publishedAt: Date }[] = await this.#database.query(
      `SELECT ${VERSION_COLUMNS} AS version, ${FIRST_PUBLISHED} AS "publishedAt" FROM version v JOIN version_status s ON s.version_id = v.id
       WHERE s.state IN ('published', 'superseded') AND ${where} ORDER BY v.major DESC, v.minor DESC LIMIT ${String(limit)}`,
      values,
    );
    return rows.map(({ version, publishedAt }) => ({ ...version, publishedAt }));
  }

  /** The languages that a version has an edition in, most complete first. */
  async coverage(context: RequestContext, versionId: string): Promise<Coverage[]> {
    return context
      .loader('coverage', async (ids) => {
        const rows: (Omit<Coverage, 'offered'> & { versionId: string })[] = await this.#database.query(
          `SELECT version_id AS "versionId", locale, coverage, counts, title FROM edition WHERE version_id = ANY ($1::uuid[]) ORDER BY coverage DESC, locale`, [ids],
        );
        return ids.map((id) => rows.filter((row) => row.versionId === id).map((row) => ({ ...row, offered: isOffered(row.coverage) })));
      })
      .load(versionId);
  }

  /** What a list shows of a manual, in a language. */
  async card(context: RequestContext, manual: ManualRow, locale: Locale): Promise<ManualCard> {
    const rows = await context
      .loader(`card ${locale}`, async (ids) => {
        const found: CardRow[] = await this.#database.query(
          `SELECT e.version_id AS "versionId", e.locale, e.title, e.summary, e.coverage, e.sections, e.sections_in_language AS "sectionsInLanguage"
           FROM edition e JOIN document d ON d.id = e.document_id WHERE e.version_id = ANY ($1::uuid[]) AND e.locale IN ($2, d.source_locale)`,
          [ids, locale],
        );
        return ids.map((id) => found.filter((row) => row.versionId === id));
      })
      .load(manual.version.id);
    const own = rows.find((row) => row.locale === locale);
    const shown = own ?? rows[0];
    if (!shown) throw new Error(`The version ${manual.version.id} has no edition.`);
    const { start, end } = manual.version.period;
    return {
      locale: shown.locale, direction: directionOf(shown.locale), title: shown.title, summary: shown.summary, sections: shown.sections,
      coverage: own?.coverage ?? 0, offered: isOffered(own?.coverage ?? 0), sectionsInLanguage: own?.sectionsInLanguage ?? 0,
      evidence: manual.evidence, depth: manual.version.depth, year: Number(start.slice(0, 4)), yearEnd: end === null ? null : Number(end.slice(0, 4)), publishedAt: manual.publishedAt,
    };
  }

  /** An edition; it answers with the language that it really has. */
  async edition(context: RequestContext, wish: EditionWish): Promise<EditionType & EditionBody> {
    const { versionId, sourceLocale, locale, fallback } = wish;
    const chain = [...new Set([locale, ...fallback, sourceLocale])];
    const rows = await context
      .loader(`edition ${chain.join()}`, async (ids) => {
        const found: EditionRow[] = await this.#database.query(
          `SELECT version_id AS "versionId", locale, revision::int, coverage, counts, summary, body FROM edition WHERE version_id = ANY ($1::uuid[]) AND locale = ANY ($2::text[])`, [ids, chain],
        );
        return ids.map((id) => chain.flatMap((wanted) => found.find((row) => row.versionId === id && row.locale === wanted) ?? []));
      })
      .load(versionId);
    const [main] = rows;
    if (!main) throw new Error(`The version ${versionId} has no edition.`);
    // The source language ends the chain: it has every block.
    const between = rows.slice(1, rows.findIndex((row) => row.locale === sourceLocale));
    const body = between.length > 0 ? withFallback(main.body, between.map((row) => row.body)) : main.body;
    return {
      id: `${versionId}:${main.locale}`, requested: locale, locale: main.locale, direction: directionOf(main.locale), revision: main.revision, coverage: main.coverage, offered: isOffered(main.coverage),
      counts: main.counts, summary: main.summary, ...body,
    };
  }
}
