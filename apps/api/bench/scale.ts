import { generateManuals } from './generate.ts';
import { startProduct, temporaryFolder } from './product.ts';
import { median, type Figure } from './table.ts';

const LIST = '{manuals(locale:fr,first:20){totalCount nodes{slug card(locale:fr){title summary coverage} city{name(locale:fr)} themes{name(locale:fr)}}}}';
const QUESTIONS = {
  'list of 20, newest first': LIST,
  'list of 20, filtered by theme and evidence': LIST.replace('locale:fr,first:20', 'locale:fr,first:20,filter:{themes:["transport"],minEvidence:2}'),
  'read one manual in French': '{manual(slug:"platform-screen-doors"){edition(locale:fr){title{text} sections{kind blocks{id html state}} results{value unit}}}}',
  'counts of the filters, first time after a change': '{manuals(locale:fr,first:1,filter:{text:"seoul"}){facets{themes{value count} languages{value count}}}}',
} as const;
type Name = keyof typeof QUESTIONS;

async function times(manuals: number): Promise<Record<Name, number>> {
  const folder = temporaryFolder();
  await (await startProduct({ DATA_DIR: folder })).stop();
  await generateManuals(folder, manuals);
  const server = await startProduct({ DATA_DIR: folder, CACHE_BYTES: '0' });
  try {
    const result: Partial<Record<Name, number>> = {};
    for (const name of Object.keys(QUESTIONS) as Name[]) {
      const once = name.startsWith('counts');
      const measured: number[] = [];
      for (let round = 0; round < (once ? 1 : 120); round++) {
        const start = performance.now();
        const answer = (await (await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: QUESTIONS[name] }) })).json()) as { errors?: unknown };
        if (answer.errors) throw new Error(JSON.stringify(answer.errors));
        if (once || round >= 20) measured.push(performance.now() - start);
      }
      result[name] = median(measured);
    }
    return result as Record<Name, number>;
  } finally {
    await server.stop();
  }
}

/** Times at 200 and at 10,000 manuals in twelve languages, without any cache of answers. */
export async function scale(): Promise<Figure[]> {
  const small = await times(200);
  const large = await times(10_000);
  return (Object.keys(QUESTIONS) as Name[]).map((name) => {
    const ratio = large[name] / small[name];
    const judged = !name.startsWith('counts');
    return { what: `10,000 manuals × 12 languages against 200: ${name}`, reach: judged ? '≤ 1.5 ×' : 'told', measured: `${ratio.toFixed(2)} × (${large[name].toFixed(1)} against ${small[name].toFixed(1)} ms)`, ok: judged ? ratio <= 1.5 : null };
  });
}
