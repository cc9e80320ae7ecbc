import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What manuals refer to, and the counter that tells caches of a change. */
export class PlacesAndSubjects1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE library_revision (
        id boolean NOT NULL PRIMARY KEY CONSTRAINT library_revision_one_row CHECK (id),
        revision bigint NOT NULL
      );
      INSERT INTO library_revision VALUES (true, 1);

      -- Raises the counter once a transaction, tells the replicas at commit, and answers the counter.
      CREATE FUNCTION next_library_revision() RETURNS bigint LANGUAGE plpgsql AS $$
      BEGIN
        IF current_setting('naru.raised_in', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
          UPDATE library_revision SET revision = revision + 1;
          PERFORM set_config('naru.raised_in', pg_current_xact_id()::text, true);
          PERFORM pg_notify('library_revision', (SELECT revision::text FROM library_revision));
        END IF;
        RETURN (SELECT revision FROM library_revision);
      END $$;
      CREATE FUNCTION raise_library_revision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM next_library_revision();
        RETURN NULL;
      END $$;

      CREATE TABLE organisation (
        id text NOT NULL PRIMARY KEY,
        kind text NOT NULL CONSTRAINT organisation_kind CHECK (kind IN ('city', 'partner')),
        url text NOT NULL
      );
      CREATE TABLE organisation_name (
        id text NOT NULL REFERENCES organisation ON DELETE CASCADE, locale text NOT NULL, name text NOT NULL, PRIMARY KEY (id, locale)
      );
      CREATE TABLE country (
        code text NOT NULL PRIMARY KEY, m49 text NOT NULL, region text NOT NULL, income_class text NOT NULL, income_year integer NOT NULL
      );
      CREATE TABLE city (
        id text NOT NULL PRIMARY KEY,
        country text NOT NULL REFERENCES country,
        population integer NOT NULL,
        population_year integer NOT NULL,
        population_source jsonb NOT NULL,
        size_class text NOT NULL,
        latitude double precision NOT NULL,
        longitude double precision NOT NULL
      );
      CREATE TABLE city_name (id text NOT NULL REFERENCES city ON DELETE CASCADE, locale text NOT NULL, name text NOT NULL, PRIMARY KEY (id, locale));
      CREATE TABLE theme (id text NOT NULL PRIMARY KEY, position integer NOT NULL, icon text NOT NULL);
      CREATE TABLE theme_name (id text NOT NULL REFERENCES theme ON DELETE CASCADE, locale text NOT NULL, name text NOT NULL, PRIMARY KEY (id, locale));
      CREATE TABLE sdg (goal integer NOT NULL PRIMARY KEY, iri text NOT NULL);
      CREATE TABLE sdg_name (id integer NOT NULL REFERENCES sdg ON DELETE CASCADE, locale text NOT NULL, name text NOT NULL, PRIMARY KEY (id, locale));
      CREATE TABLE sdg_target (
        code text NOT NULL PRIMARY KEY, goal integer NOT NULL REFERENCES sdg, iri text NOT NULL, text text NOT NULL, position integer NOT NULL
      );
      CREATE TABLE evidence_level_name (
        id integer NOT NULL, locale text NOT NULL, name text NOT NULL, definition text NOT NULL, PRIMARY KEY (id, locale)
      );
    `);
    for (const table of ['organisation', 'organisation_name', 'country', 'city', 'city_name', 'theme', 'theme_name', 'sdg', 'sdg_name', 'sdg_target', 'evidence_level_name']) {
      await runner.query(`CREATE TRIGGER ${table}_public AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION raise_library_revision()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE evidence_level_name, sdg_target, sdg_name, sdg, theme_name, theme, city_name, city, country, organisation_name, organisation, library_revision;
      DROP FUNCTION raise_library_revision(), next_library_revision();
    `);
  }
}
