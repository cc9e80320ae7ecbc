import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../src/platform/launch/index.ts';

const FACTS = ['amount', 'staffing', 'step', 'condition', 'result', 'lesson_learned', 'source'] as const;
const LANGUAGES = ['ko', 'zh', 'ja', 'es', 'fr', 'ru', 'ar', 'vi', 'id', 'th', 'mn'] as const;
const BATCH = 500;

/** Columns of a table but those that are given anew. */
async function columnsOf(client: Client, table: string, without: readonly string[]): Promise<string> {
  const { rows } = await client.query<{ name: string }>(`SELECT quote_ident(column_name) AS name FROM information_schema.columns WHERE table_name = $1 AND column_name <> ALL ($2) ORDER BY ordinal_position`, [table, without]);
  return rows.map((row) => row.name).join(', ');
}

/**
 * Copies imported manuals until there are so many, each published, with editions in twelve languages. Translations are copies of the Korean edition:
 * what counts here is how many there are and how long they are.
 * @param dataFolder data folder of a product that was started once and is stopped
 */
export async function generateManuals(dataFolder: string, count: number): Promise<void> {
  const database = await startEmbeddedPostgres({ folder: join(dataFolder, 'postgres'), log: () => undefined });
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(`CREATE TEMP TABLE original AS SELECT v.id, v.document_id, row_number() OVER (ORDER BY v.id) - 1 AS place FROM version v JOIN version_status s ON s.version_id = v.id WHERE s.state = 'published'`);
    await client.query(`INSERT INTO edition SELECT e.version_id, l.locale, e.document_id, e.revision, e.title, e.summary, e.coverage, e.counts, e.sections, e.sections_in_language, e.folded, e.body
      FROM edition e JOIN original o ON o.id = e.version_id, unnest($1::text[]) AS l (locale) WHERE e.locale = 'ko' ON CONFLICT DO NOTHING`, [LANGUAGES]);
    const { rows: [{ have }] } = (await client.query<{ have: number }>('SELECT count(*)::int AS have FROM original')) as unknown as { rows: [{ have: number }] };
    for (let from = have; from < count; from += BATCH) await copyBatch(client, from, Math.min(from + BATCH, count));
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
    await database.stop();
  }
}

async function copyBatch(client: Client, from: number, to: number): Promise<void> {
  await client.query('BEGIN');
  await client.query('DROP TABLE IF EXISTS copied');
  await client.query(
    `CREATE TEMP TABLE copied AS SELECT n, o.id AS from_version, o.document_id AS from_document, gen_random_uuid() AS version_id, gen_random_uuid() AS document_id
     FROM generate_series($1::int, $2::int - 1) n JOIN original o ON o.place = n % (SELECT count(*) FROM original)`, [from, to],
  );
  await client.query(`INSERT INTO document (id, kind, source_locale) SELECT c.document_id, d.kind, d.source_locale FROM copied c JOIN document d ON d.id = c.from_document`);
  await client.query(`INSERT INTO document_slug SELECT s.slug || '-' || c.n, c.document_id, true FROM copied c JOIN document_slug s ON s.document_id = c.from_document AND s.current`);
  const version = await columnsOf(client, 'version', ['id', 'document_id']);
  await client.query(`INSERT INTO version (id, document_id, ${version}) SELECT c.version_id, c.document_id, ${version.split(', ').map((name) => `v.${name}`).join(', ')} FROM copied c JOIN version v ON v.id = c.from_version`);
  for (const table of ['block', ...FACTS]) {
    const columns = await columnsOf(client, table, ['version_id']);
    await client.query(`INSERT INTO ${table} (version_id, ${columns}) SELECT c.version_id, ${columns.split(', ').map((name) => `t.${name}`).join(', ')} FROM copied c JOIN ${table} t ON t.version_id = c.from_version`);
  }
  const translation = await columnsOf(client, 'block_translation', ['id', 'document_id']);
  await client.query(`INSERT INTO block_translation (document_id, ${translation}) SELECT c.document_id, ${translation.split(', ').map((name) => `t.${name}`).join(', ')} FROM copied c JOIN block_translation t ON t.document_id = c.from_document AND t.live AND t.locale = 'ko'`);
  await client.query(`INSERT INTO version_state (version_id, state, at) SELECT version_id, 'published', now() + n * interval '1 millisecond' FROM copied`);
  const edition = await columnsOf(client, 'edition', ['version_id', 'document_id']);
  await client.query(`INSERT INTO edition (version_id, document_id, ${edition}) SELECT c.version_id, c.document_id, ${edition.split(', ').map((name) => `e.${name}`).join(', ')} FROM copied c JOIN edition e ON e.version_id = c.from_version`);
  await client.query('COMMIT');
}
