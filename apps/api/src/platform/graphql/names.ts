import type { DataSource } from 'typeorm';
import type { RequestContext } from './request-context.ts';

/** The tables of names: each holds (id, locale, name). */
export type NameTable = 'organisation_name' | 'city_name' | 'theme_name' | 'sdg_name';

/** Which name. */
export interface NameWish { table: NameTable; id: string; locale: string }

/** The name of a thing in a language; its English name where that is missing, else its id. One query for all names that an operation asks for. */
export async function nameOf(database: DataSource, context: RequestContext, { table, id, locale }: NameWish): Promise<string> {
  const loader = context.loader(`${table} ${locale}`, async (ids) => {
    const rows: { id: string; name: string }[] = await database.query(
      `SELECT DISTINCT ON (id) id::text, name FROM ${table} WHERE id::text = ANY ($1) AND locale IN ($2, 'en') ORDER BY id, locale = $2 DESC`,
      [ids, locale],
    );
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return ids.map((key) => names.get(key) ?? key);
  });
  return loader.load(id);
}
