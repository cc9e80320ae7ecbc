import { LOCALES } from '@naru/domain';
import { memoryOf, startProduct, temporaryFolder } from './product.ts';
import type { Figure } from './table.ts';
import { generateManuals } from './generate.ts';

interface Slugs { data: { manuals: { nodes: { slug: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } }

async function slugsOf(url: string): Promise<string[]> {
  const slugs: string[] = [];
  for (let after: string | null = null; ; ) {
    const body = JSON.stringify({ query: 'query($after:String){manuals(locale:en,first:100,after:$after){nodes{slug} pageInfo{hasNextPage endCursor}}}', variables: { after } });
    const { data } = (await (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json()) as Slugs;
    slugs.push(...data.manuals.nodes.map((node) => node.slug));
    after = data.manuals.pageInfo.endCursor;
    if (!data.manuals.pageInfo.hasNextPage) return slugs;
  }
}

/** Memory of the product after a reader of every page in every language. */
export async function memory(): Promise<Figure[]> {
  const folder = temporaryFolder();
  const first = await startProduct({ DATA_DIR: folder });
  await first.stop();
  await generateManuals(folder, 200);
  const server = await startProduct({ DATA_DIR: folder });
  try {
    const start = memoryOf(server.pid) ?? 0;
    const slugs = await slugsOf(server.url);
    const pages = slugs.flatMap((slug) => LOCALES.map((locale) => `${server.url}/${locale}/manuals/${slug}`)).slice(0, 2600);
    let peak = start;
    for (let at = 0; at < pages.length; at += 8) {
      await Promise.all(pages.slice(at, at + 8).map(async (page) => (await fetch(page)).arrayBuffer()));
      peak = Math.max(peak, memoryOf(server.pid) ?? 0);
    }
    return [{ what: `memory with ${slugs.length} manuals after ${pages.length} different pages, without the database`, reach: '≤ 400 MB', measured: `${Math.round(memoryOf(server.pid) ?? 0)} MB (peak ${Math.round(peak)}, at start ${Math.round(start)})`, ok: peak <= 400 }];
  } finally {
    await server.stop();
  }
}
