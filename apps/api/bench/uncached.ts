import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/platform/launch/index.ts';
import { compare, told, type Question } from './load.ts';
import { freePort, ROOT, startServer, startProduct, temporaryFolder, type Running } from './product.ts';
import type { Figure } from './table.ts';

const EDITION = '{sections{kind blocks{id kind text locale state}} results{id value unit indicator{text state}} sources{id title url}}';
const QUESTIONS = [
  {
    what: 'GraphQL list of 20, uncached',
    ours: '{manuals(locale:ko,first:20){nodes{id slug card(locale:ko){title} city{id name(locale:ko)} themes{id name(locale:ko)}}}}',
    theirs: '{manuals(first:20){nodes{id slug card{title} city{id name} themes{id name}}}}',
  },
  { what: 'GraphQL reading one manual, uncached', ours: `{manual(slug:"platform-screen-doors"){id edition(locale:ko)${EDITION}}}`, theirs: `{manual(slug:"platform-screen-doors"){id edition${EDITION}}}` },
] as const;

const post = (query: string): Question => ({ path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });

async function answerOf(url: string, { path, headers, body }: Question): Promise<string> {
  return JSON.stringify(((await (await fetch(`${url}${path}`, { method: 'POST', headers: headers ?? {}, body: body ?? null })).json()) as { data: unknown }).data);
}

/** The product without its cache of answers, against the usual stack on the same database with the same data. */
export async function uncached(): Promise<Figure[]> {
  const folder = temporaryFolder();
  await (await startProduct({ DATA_DIR: folder })).stop();
  const database = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), log: () => undefined });
  const figures: Figure[] = [];
  const running: Running[] = [];
  try {
    const product = await startProduct({ DATA_DIR: folder, DATABASE_URL: database.url, SIGNING_KEY: '0'.repeat(63) + '1', CACHE_BYTES: '0' });
    running.push(product);
    const baseline = await startServer(join(ROOT, 'apps/api/dist-bench/baseline.js'), await freePort(), { path: '/graphql?query=%7B__typename%7D', env: { BASELINE_DATABASE: database.url } });
    running.push(baseline);
    for (const { what, ours, theirs } of QUESTIONS) {
      const [our, their] = [await answerOf(product.url, post(ours)), await answerOf(baseline.url, post(theirs))];
      if (our !== their) throw new Error(`The two answer differently:\n${our.slice(0, 600)}\n${their.slice(0, 600)}`);
      const result = await compare({ server: product, question: post(ours) }, { server: baseline, question: post(theirs) }, { rounds: 4, seconds: 4 });
      figures.push({ what: `${what}, against Nest + Apollo + TypeORM with DataLoader`, reach: '≥ 2.5 ×', measured: told(result), ok: result.ratio >= 2.5 });
    }
  } finally {
    for (const server of running) await server.stop();
    await database.stop();
  }
  return figures;
}
