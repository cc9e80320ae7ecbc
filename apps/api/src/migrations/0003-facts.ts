import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['amount', 'staffing', 'step', 'condition', 'result', 'lesson_learned', 'source'] as const;

/** The typed facts of manuals: figures and references; their words are blocks. */
export class Facts1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE amount (
        version_id uuid NOT NULL REFERENCES version, id text NOT NULL, position integer NOT NULL, sources text[] NOT NULL,
        covers text NOT NULL, value double precision NOT NULL CONSTRAINT amount_not_negative CHECK (value >= 0), currency text NOT NULL,
        price_year integer, recurrence text NOT NULL, phase text NOT NULL, population integer,
        PRIMARY KEY (version_id, id)
      );
      CREATE TABLE staffing (
        version_id uuid NOT NULL REFERENCES version, id text NOT NULL, position integer NOT NULL, sources text[] NOT NULL,
        role text NOT NULL, fte double precision NOT NULL, phase text NOT NULL,
        PRIMARY KEY (version_id, id)
      );
      CREATE TABLE step (
        version_id uuid NOT NULL REFERENCES version, id text NOT NULL, position integer NOT NULL, sources text[] NOT NULL,
        title text NOT NULL, start text, "end" text, duration_months double precision,
        PRIMARY KEY (version_id, id)
      );
      CREATE TABLE condition (
        version_id uuid NOT NULL REFERENCES version, id text NOT NULL, position integer NOT NULL, sources text[] NOT NULL,
        statement text NOT NULL, when_missing text NOT NULL, kind text NOT NULL, weight text NOT NULL, basis text NOT NULL, reasoning text,
        PRIMARY KEY (version_id, id)
      );
      CREATE TABLE result (
        version_id uuid NOT NULL REFERENCES version, id text NOT NULL, position integer NOT NULL, sources text[] NOT NULL,
        indicator text NOT NULL, unit text NOT NULL, baseline_value double precision, baseline_date text, value double precision NOT NULL,
        date text NOT NULL, evidence integer NOT NULL CONSTRAINT result_evidence CHECK (evidence BETWEEN 1 AND 5),
        PRIMARY KEY (version_id, id)
      );
      CREATE TABLE lesson_learned (
        version_id uuid NOT NULL REFERENCES version, id text NOT NULL, position integer NOT NULL, sources text[] NOT NULL,
        list text NOT NULL CONSTRAINT lesson_learned_list CHECK (list IN ('limits', 'differently')),
        statement text NOT NULL, basis text NOT NULL, reasoning text,
        PRIMARY KEY (version_id, id, list)
      );
      CREATE TABLE source (
        version_id uuid NOT NULL REFERENCES version, id text NOT NULL, position integer NOT NULL,
        title text NOT NULL, publisher text NOT NULL, year integer, url text NOT NULL, kind text NOT NULL, language text NOT NULL, accessed text NOT NULL,
        PRIMARY KEY (version_id, id)
      );
    `);
    for (const table of TABLES) {
      await runner.query(`CREATE TRIGGER ${table}_immutable BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLES.join(', ')}`);
  }
}
