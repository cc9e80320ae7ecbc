import { createI18n } from '@naru/i18n';
import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { createRoutesStub, Outlet } from 'react-router';
import { expect, test } from 'vitest';

import { READING, type PageHandle } from './reading.ts';
import { Layout } from './root.tsx';
import { SiteProvider, type Site } from './ui/site.tsx';

const messages = await createI18n('ar');
const SITE: Site = { locale: 'ar', publicUrl: null, origin: 'http://naru.example', path: '/ar', query: '', requestId: 'r' };

function show(handle: PageHandle): string {
  const Page = createRoutesStub([
    {
      id: 'root',
      path: '/',
      Component: () => (
        <Layout>
          <Outlet />
        </Layout>
      ),
      children: [{ id: 'page', index: true, handle, Component: () => <p>text</p> }],
    },
  ]);
  return renderToString(
    <I18nextProvider i18n={messages}>
      <SiteProvider site={SITE}>
        <Page />
      </SiteProvider>
    </I18nextProvider>,
  );
}

const scripts = (html: string) => [...html.matchAll(/<script[^>]*>/g)].map((match) => match[0]);

test('a reading page carries one small script of its own, and nothing of the framework', () => {
  const html = show(READING);
  expect(html).toContain('<p>text</p>');
  expect(scripts(html)).toEqual([expect.stringMatching(/^<script type="module" src="[^"]*enhance\/main/)]);
  expect(html).not.toContain('modulepreload');
});

test('a page that is worked in carries the framework', () => {
  expect(scripts(show({ reading: false })).length).toBeGreaterThan(1);
});

test('the document has the language and direction of the interface', () => {
  expect(show(READING)).toContain('<html lang="ar" dir="rtl">');
});
