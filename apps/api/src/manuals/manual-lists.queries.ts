import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Locale } from '@naru/domain';
import { BadInput, type PageWish } from '../platform/graphql/connection.ts';
import { FACET_VALUES, filterConditions, MANUAL_TABLES, SqlValues, type FacetName } from './manual-filter.sql.ts';
import { MANUAL_COLUMNS, type ManualRow } from './manual-rows.ts';
import type { Facet, ManualFacets, ManualFilter, ManualOrder } from './manuals.types.ts';

/** A list of manuals that was asked for. */
export interface ListWish { locale: Locale; filter: ManualFilter; orderBy: ManualOrder; page: PageWish }

/** A manual with the keys that order its list. */
export type ListedManual = ManualRow & { keys: string[] };

/** PostgreSQL's collation of each language (ICU). */
const collation = (locale: Locale) => `"${locale}-x-icu"`;

/** Reads of lists of manuals: plain SQL, no body is opened. */
@Injectable()
export class ManualListsQueries {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  /** A page of manuals; one row more than was asked for. */
  async page({ locale, filter, orderBy, page }: ListWish): Promise<ListedManual[]> {
    const values = new SqlValues();
    const where = filterConditions(filter, values).map((condition) => condition.sql);
    const limit = values.put(page.first + 1);
    // A cursor names its order, so that none is taken for a place in another.
    const order = orderBy === 'TITLE' ? `TITLE ${locale}` : orderBy;
    if (page.after && page.after[0] !== order) throw new BadInput('"after" is no cursor of this list, or of another order. Use the endCursor of the page before.', ['after']);
    switch (orderBy) {
      case 'NEWEST': {
        if (page.after) where.push(`(s.since, s.document_id) < (${values.put(checkDate(page.after[1]))}::timestamptz, ${values.put(checkId(page.after[2]))}::uuid)`);
        const rows: ManualRow[] = await this.#database.query(
          `SELECT ${MANUAL_COLUMNS} FROM ${MANUAL_TABLES} WHERE ${where.join(' AND ')} ORDER BY s.since DESC, s.document_id DESC LIMIT ${limit}`, values.list,
        );
        return rows.map((row) => ({ ...row, keys: [order, row.publishedAt.toISOString(), row.id] }));
      }
      case 'TITLE': {
        const title = `coalesce((SELECT title FROM edition e WHERE e.version_id = v.id AND e.locale = ${values.put(locale)}), (SELECT title FROM edition e WHERE e.version_id = v.id AND e.locale = d.source_locale)) COLLATE ${collation(locale)}`;
        if (page.after) where.push(`(${title}, s.document_id) > (${values.put(page.after[1])}, ${values.put(checkId(page.after[2]))}::uuid)`);
        const rows: (ManualRow & { sortTitle: string })[] = await this.#database.query(
          `SELECT ${MANUAL_COLUMNS}, ${title} AS "sortTitle" FROM ${MANUAL_TABLES} JOIN document d ON d.id = s.document_id WHERE ${where.join(' AND ')} ORDER BY "sortTitle", s.document_id LIMIT ${limit}`, values.list,
        );
        return rows.map(({ sortTitle, ...row }) => ({ ...row, keys: [order, sortTitle, row.id] }));
      }
    }
  }

  /** How many manuals pass a filter. */
  async count(filter: ManualFilter): Promise<number> {
    const values = new SqlValues();
    const where = filterConditions(filter, values).map((condition) => condition.sql).join(' AND ');
    const [row]: [{ count: number }] = await this.#database.query(`SELECT count(*)::int AS count FROM ${MANUAL_TABLES} WHERE ${where}`, values.list);
    return row.count;
  }

  /** What a filtered list can be narrowed to: each facet counted without its own condition, all in one query. */
  async facets(filter: ManualFilter): Promise<ManualFacets> {
    const values = new SqlValues();
    const conditions = filterConditions(filter, values);
    const selects = (Object.keys(FACET_VALUES) as FacetName[]).map((facet) => {
      const where = conditions.filter((condition) => condition.facet !== facet).map((condition) => condition.sql).join(' AND ');
      return `SELECT '${facet}' AS facet, value, count(*)::int AS count FROM ${MANUAL_TABLES}, LATERAL (${FACET_VALUES[facet]}) AS values (value) WHERE ${where} GROUP BY value`;
    });
    const rows: (Facet & { facet: FacetName })[] = await this.#database.query(`${selects.join(' UNION ALL ')} ORDER BY facet, count DESC, value`, values.list);
    // Values are spelt as the filter takes them: a GraphQL enum has no hyphen.
    const enums: ReadonlySet<FacetName> = new Set(['sizeClasses', 'incomeClasses', 'depths']);
    const of = (facet: FacetName) => rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value: enums.has(facet) ? value.replaceAll('-', '_') : value, count }));
    return {
      themes: of('themes'), sdgs: of('sdgs'), cities: of('cities'), regions: of('regions'), sizeClasses: of('sizeClasses'), incomeClasses: of('incomeClasses'),
      languages: of('languages'), depths: of('depths'), evidence: of('evidence'),
    };
  }

  /** How many published manuals each value of a facet has. */
  async counts(facet: FacetName): Promise<Map<string, number>> {
    const rows: { value: string; count: number }[] = await this.#database.query(
      `SELECT value, count(*)::int AS count FROM ${MANUAL_TABLES}, LATERAL (${FACET_VALUES[facet]}) AS values (value) WHERE s.state = 'published' GROUP BY value`,
    );
    return new Map(rows.map((row) => [row.value, row.count]));
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

function checkId(text: string | undefined): string {
  if (text === undefined || !UUID.test(text)) throw new BadInput('"after" is no cursor of this list. Use the endCursor of the page before.', ['after']);
  return text;
}

function checkDate(text: string | undefined): string {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/u.test(text) || Number.isNaN(Date.parse(text))) throw new BadInput('"after" is no cursor of this list. Use the endCursor of the page before.', ['after']);
  return text;
}
