import { createI18n } from '@naru/i18n';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { describe, expect, test } from 'vitest';

import * as entry from './entry.server.tsx';
import { READING } from './reading.ts';
import { requestContext } from './request-context.ts';
import * as root from './root.tsx';

const page = (path: string) => ({ id: path, parentId: 'root', path });
const Text = () => <p>text</p>;

/** The real document around pages made for the test. */
const build: ServerBuild = {
  entry: { module: entry },
  routes: {
    root: { id: 'root', path: '', module: root },
    read: { ...page('read'), module: { default: Text, handle: READING } },
    work: { ...page('work'), module: { default: Text, handle: { reading: false } } },
    silent: { ...page('silent'), module: { default: Text } },
    broken: {
      ...page('broken'),
      module: {
        default: Text,
        handle: READING,
        loader: () => {
          throw new Error('secret');
        },
      },
    },
  },
  assets: {
    version: '1',
    url: '/assets/manifest.js',
    entry: { module: '/assets/entry.client.js', imports: [] },
    routes: Object.fromEntries(
      ['root', 'read', 'work', 'silent', 'broken'].map((id) => [
        id,
        {
          id, ...(id === 'root' ? { path: '' } : page(id)), module: `/assets/${id}.js`, hasAction: false, hasLoader: id === 'broken', hasClientAction: false,
          hasClientLoader: false, hasClientMiddleware: false, hasDefaultExport: true, hasErrorBoundary: id === 'root', clientActionModule: undefined,
          clientLoaderModule: undefined, clientMiddlewareModule: undefined, hydrateFallbackModule: undefined,
        },
      ]),
    ),
  },
  publicPath: '/', assetsBuildDirectory: '', basename: '/', future: {}, ssr: true, isSpaMode: false, prerender: [], routeDiscovery: { mode: 'initial' },
} as unknown as ServerBuild;

async function get(path: string): Promise<{ status: number; html: string; scripts: string[]; faults: unknown[] }> {
  const faults: unknown[] = [];
  const context = new RouterContextProvider();
  context.set(requestContext, {
    messages: await createI18n('ar'),
    report: (fault) => faults.push(fault),
    site: { locale: 'ar', publicUrl: null, origin: 'http://naru.example', path, query: '', requestId: 'request-7' },
  });
  const response = await createRequestHandler(build, 'production')(new Request(`http://naru.example${path}`), context);
  const html = await response.text();
  return { status: response.status, html, faults, scripts: [...html.matchAll(/<script[^>]*>/g)].map((match) => match[0]) };
}

describe('the document', () => {
  test('of a reading page carries one small script of its own, nothing of the framework, and no data twice', async () => {
    const { html, scripts } = await get('/read');
    expect(html).toContain('<p>text</p>');
    expect(scripts).toEqual([expect.stringMatching(/^<script type="module" src="[^"]*enhance\/main/)]);
    expect(html).not.toMatch(/modulepreload|__reactRouter/);
  });

  test('of a page that is worked in, or does not say what it is, carries the framework', async () => {
    expect((await get('/work')).html).toContain('__reactRouter');
    expect((await get('/silent')).html).toContain('__reactRouter');
  });

  test('has the language and direction of the interface', async () => {
    expect((await get('/read')).html).toContain('<html lang="ar" dir="rtl">');
  });
});

describe('a fault', () => {
  test('is shown with the number that names it, without what it says, without framework script, and is reported', async () => {
    const { status, html, scripts, faults } = await get('/broken');
    expect(status).toBe(500);
    expect(html).toContain('request-7');
    expect(html).not.toContain('secret');
    expect(scripts).toHaveLength(1);
    expect(faults).toEqual([expect.objectContaining({ message: 'secret' })]);
  });

  test('is not that an address leads nowhere', async () => {
    const { status, html, faults } = await get('/nowhere');
    expect(status).toBe(404);
    expect(html).toContain('role="search"');
    expect(faults).toEqual([]);
  });
});
