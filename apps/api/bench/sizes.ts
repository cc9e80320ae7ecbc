import { startProduct, temporaryFolder, type Running } from './product.ts';
import type { Figure } from './table.ts';

const FIRST_ROUND_TRIP = 10 * 1460;

/** Bytes of a body as it travels with Brotli, without what carries it. */
async function travelling(url: string): Promise<number> {
  const answer = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
  return Number(answer.headers.get('content-length'));
}

async function wordsOf(server: Running, slug: string): Promise<number> {
  const html = await (await fetch(`${server.url}/en/manuals/${slug}`)).text();
  const main = /<main[\s\S]*<\/main>/u.exec(html)?.[0] ?? '';
  return main.replace(/<[^>]+>/gu, ' ').split(/\s+/u).length;
}

/** Bytes on the wire of a manual page and of its script. */
export async function sizes(): Promise<Figure[]> {
  const server = await startProduct({ DATA_DIR: temporaryFolder() });
  try {
    const slug = 'platform-screen-doors';
    const url = `${server.url}/en/manuals/${slug}`;
    await (await fetch(url)).text();
    const html = await (await fetch(url)).text();
    const page = await travelling(url);
    const scripts = [...html.matchAll(/<script\b[^>]*src="([^"]+)"/gu)].map((match) => match[1] ?? '');
    const script = (await Promise.all(scripts.map((path) => travelling(`${server.url}${path}`)))).reduce((sum, bytes) => sum + bytes, 0);
    const styles = [...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*href="([^"]+)"/gu)].map((match) => match[1] ?? '');
    const style = (await Promise.all(styles.map((path) => travelling(`${server.url}${path}`)))).reduce((sum, bytes) => sum + bytes, 0);
    return [
      { what: `manual page, HTML, Brotli (${await wordsOf(server, slug)} words on it)`, reach: '≤ 30 kB', measured: `${(page / 1000).toFixed(1)} kB`, ok: page <= 30_000 },
      { what: 'the same: first content in one round trip', reach: `≤ ${FIRST_ROUND_TRIP} bytes`, measured: `${page} bytes`, ok: page <= FIRST_ROUND_TRIP },
      { what: 'JavaScript on a reading page, Brotli', reach: '≤ 20 kB', measured: `${(script / 1000).toFixed(1)} kB`, ok: script <= 20_000 },
      { what: 'style sheet, Brotli', reach: 'told', measured: `${(style / 1000).toFixed(1)} kB`, ok: null },
      { what: 'JavaScript on a hydrated route', reach: '≤ 140 kB', measured: 'there is no hydrated route yet', ok: null },
    ];
  } finally {
    await server.stop();
  }
}
