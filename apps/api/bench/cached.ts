import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, told, type Question } from './load.ts';
import { freePort, startProduct, startServer, temporaryFolder } from './product.ts';
import type { Figure } from './table.ts';

const QUERY = 'query M($s:String!){manual(slug:$s){slug edition(locale:ko){locale title{text} sections{kind blocks{id kind html locale state}} results{value unit evidence indicator{text}} sources{number title url}}}}';

// A bare server in a process of its own: the same status, headers and bytes, and nothing else.
const BARE = `import { createServer } from 'node:http'; import { readFileSync } from 'node:fs';
const { headers, body } = JSON.parse(readFileSync(process.env.ANSWER, 'utf8')); const bytes = Buffer.from(body, 'base64');
createServer((request, response) => { response.writeHead(200, headers); response.end(bytes); }).listen(Number(process.env.PORT), '127.0.0.1');`;

/** Answers from memory against a bare node:http server that sends the same bytes. */
export async function cached(): Promise<Figure[]> {
  const folder = temporaryFolder();
  const product = await startProduct({ DATA_DIR: folder });
  const figures: Figure[] = [];
  try {
    const questions: [string, Question][] = [
      ['manual page, cached', { path: '/en/manuals/platform-screen-doors', headers: { 'accept-encoding': 'br' } }],
      ['GraphQL manual query, cached', { path: `/graphql?query=${encodeURIComponent(QUERY)}&variables=${encodeURIComponent('{"s":"platform-screen-doors"}')}`, headers: { 'accept-encoding': 'br', accept: 'application/graphql-response+json' } }],
    ];
    for (const [what, question] of questions) {
      await fetch(`${product.url}${question.path}`, { headers: question.headers ?? {} });
      const answer = await rawAnswer(product.url, question);
      const file = join(folder, 'answer.json');
      const program = join(folder, 'bare.mjs');
      writeFileSync(file, JSON.stringify(answer));
      writeFileSync(program, BARE);
      const bare = await startServer(program, await freePort(), { path: '/', env: { ANSWER: file } });
      try {
        const result = await compare({ server: product, question }, { server: bare, question }, { rounds: 4, seconds: 4 });
        figures.push({ what: `${what}, against bare node:http`, reach: '≥ 0.80 ×', measured: told(result), ok: result.ratio >= 0.8 });
      } finally {
        await bare.stop();
      }
    }
  } finally {
    await product.stop();
  }
  return figures;
}

/** The answer as it travels: compressed bytes and headers, without those that the connection adds. */
async function rawAnswer(origin: string, { path, headers }: Question): Promise<{ headers: Record<string, string>; body: string }> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(`${origin}${path}`, { headers: headers ?? {} }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const kept = Object.entries(response.headers).filter(([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name));
        resolve({ headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])), body: Buffer.concat(chunks).toString('base64') });
      });
    }).on('error', reject).end();
  });
}
