import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cursorNumber, type PageWish } from '../platform/graphql/connection.ts';
import { inKeyOrder, type RequestContext } from '../platform/graphql/request-context.ts';
import type { CityType, CountryType, EvidenceLevel, SdgTargetType, SdgType, ThemeType } from './places.types.ts';

/** A city with its country's code. */
export type CityRow = Omit<CityType, 'country'> & { country: string };

const CITY = `id, country, population, population_year AS "populationYear", population_source AS "populationSource", size_class AS "sizeClass", latitude, longitude`;

/** Reads of places and subjects. */
@Injectable()
export class PlacesQueries {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  /** Themes in the order of the list; one row more than was asked for. */
  async themes({ first, after }: PageWish): Promise<(ThemeType & { position: number })[]> {
    return this.#database.query(`SELECT id, icon, position FROM theme WHERE position > $1 ORDER BY position LIMIT $2`, [after ? cursorNumber(after[0]) : -1, first + 1]);
  }

  /** Goals in their order; one row more than was asked for. */
  async sdgs({ first, after }: PageWish): Promise<SdgType[]> {
    return this.#database.query(`SELECT goal, iri FROM sdg WHERE goal > $1 ORDER BY goal LIMIT $2`, [after ? cursorNumber(after[0]) : 0, first + 1]);
  }

  /** Cities by id; one row more than was asked for. */
  async cities({ first, after }: PageWish): Promise<CityRow[]> {
    return this.#database.query(`SELECT ${CITY} FROM city WHERE id > $1 ORDER BY id LIMIT $2`, [after?.[0] ?? '', first + 1]);
  }

  /** How many rows one of the small tables has. */
  async count(table: 'theme' | 'sdg' | 'city'): Promise<number> {
    const [row]: [{ count: number }] = await this.#database.query(`SELECT count(*)::int AS count FROM ${table}`);
    return row.count;
  }

  /** Definitions of evidence, by level and locale. */
  async evidenceNames(): Promise<{ level: number; locale: string; name: string; definition: string }[]> {
    return this.#database.query(`SELECT id AS level, locale, name, definition FROM evidence_level_name ORDER BY id`);
  }

  /** The levels of evidence. */
  async evidenceLevels(): Promise<EvidenceLevel[]> {
    return this.#database.query(`SELECT DISTINCT id AS level FROM evidence_level_name ORDER BY id`);
  }

  /** A theme; null when there is none. */
  async theme(context: RequestContext, id: string): Promise<ThemeType | null> {
    return context
      .loader('theme', async (ids) => {
        const rows: ThemeType[] = await this.#database.query(`SELECT id, icon FROM theme WHERE id = ANY ($1)`, [ids]);
        return inKeyOrder(ids, rows, (row) => row.id);
      })
      .load(id);
  }

  /** A goal; null when there is none. */
  async sdg(context: RequestContext, goal: number): Promise<SdgType | null> {
    return context
      .loader('sdg', async (goals) => {
        const rows: SdgType[] = await this.#database.query(`SELECT goal, iri FROM sdg WHERE goal = ANY ($1::int[])`, [goals]);
        return inKeyOrder(goals, rows, (row) => String(row.goal));
      })
      .load(String(goal));
  }

  /** The targets of a goal. */
  async targetsOf(context: RequestContext, goal: number): Promise<SdgTargetType[]> {
    return context
      .loader('sdg targets', async (goals) => {
        const rows: SdgTargetType[] = await this.#database.query(`SELECT code, goal, iri, text FROM sdg_target WHERE goal = ANY ($1::int[]) ORDER BY position`, [goals]);
        return goals.map((key) => rows.filter((row) => String(row.goal) === key));
      })
      .load(String(goal));
  }

  /** A target; null when there is none. */
  async target(context: RequestContext, code: string): Promise<SdgTargetType | null> {
    return context
      .loader('sdg target', async (codes) => {
        const rows: SdgTargetType[] = await this.#database.query(`SELECT code, goal, iri, text FROM sdg_target WHERE code = ANY ($1)`, [codes]);
        return inKeyOrder(codes, rows, (row) => row.code);
      })
      .load(code);
  }

  /** A city; null when there is none. */
  async city(context: RequestContext, id: string): Promise<CityRow | null> {
    return context
      .loader('city', async (ids) => {
        const rows: CityRow[] = await this.#database.query(`SELECT ${CITY} FROM city WHERE id = ANY ($1)`, [ids]);
        return inKeyOrder(ids, rows, (row) => row.id);
      })
      .load(id);
  }

  /** A country; null when there is none. */
  async country(context: RequestContext, code: string): Promise<CountryType | null> {
    return context
      .loader('country', async (codes) => {
        const rows: CountryType[] = await this.#database.query(
          `SELECT code, m49, region, income_class AS "incomeClass", income_year AS "incomeYear" FROM country WHERE code = ANY ($1)`, [codes],
        );
        return inKeyOrder(codes, rows, (row) => row.code);
      })
      .load(code);
  }
}
