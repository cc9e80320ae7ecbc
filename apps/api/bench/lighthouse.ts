import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePort, ROOT, startServer, temporaryFolder } from './product.ts';
import type { Figure } from './table.ts';

const REACH = { accessibility: 100, performance: 98, 'best-practices': 100, seo: 100 } as const;

interface Report { categories: Record<string, { score: number; auditRefs: { id: string }[] }>; audits: Record<string, { score: number | null; title: string }> }

/** Lighthouse, mobile, on a manual page; fetched by npx when the bench runs, as nothing else needs it. */
export async function lighthouse(): Promise<Figure[]> {
  const chromium = process.env.CHROMIUM_PATH ?? (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium')).find((path) => existsSync(path));
  if (chromium === undefined) return [{ what: 'Lighthouse on a manual page, mobile', reach: 'see docs', measured: 'skipped: no Chromium', ok: null }];
  const folder = temporaryFolder();
  const port = await freePort();
  const server = await startServer(join(ROOT, 'apps/api/dist/main.js'), port, { path: '/readyz', env: { DATA_DIR: folder, PUBLIC_URL: `http://127.0.0.1:${port}` } });
  try {
    const file = join(folder, 'report.json');
    const run = spawnSync('npx', ['--yes', 'lighthouse@13.5.0', `${server.url}/en/manuals/platform-screen-doors`, '--quiet', '--output=json', `--output-path=${file}`, '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run'], {
      cwd: folder, env: { ...process.env, CHROME_PATH: chromium, CI: 'true' }, encoding: 'utf8',
    });
    if (!existsSync(file)) return [{ what: 'Lighthouse on a manual page, mobile', reach: 'see docs', measured: `did not run: ${run.stderr.split('\n').at(-2) ?? ''}`, ok: false }];
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    return Object.entries(REACH).map(([name, reach]) => {
      const category = report.categories[name];
      const score = Math.round((category?.score ?? 0) * 100);
      const short = (category?.auditRefs ?? []).map(({ id }) => ({ id, audit: report.audits[id] })).filter(({ audit }) => audit?.score !== null && audit?.score !== undefined && audit.score < 0.9).map(({ id }) => id);
      return { what: `Lighthouse on a manual page, mobile: ${name}`, reach: `≥ ${reach}`, measured: `${score}${score < reach ? ` (${short.join(', ')})` : ''}`, ok: score >= reach };
    });
  } finally {
    await server.stop();
  }
}
