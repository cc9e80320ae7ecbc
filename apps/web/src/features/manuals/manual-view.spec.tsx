import type { BlockPartsFragment } from '@naru/api-client';
import { createI18n } from '@naru/i18n';
import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';

import { SiteProvider, type Site } from '../../ui/site.tsx';
import { ManualView, type ManualViewProps } from './manual-view.tsx';

const SITE: Site = { locale: 'en', publicUrl: null, origin: 'https://naru.example', path: '/en/manuals/x', query: '', requestId: 'r' };
const messages = await createI18n('en');

const block = (id: string, more: Partial<BlockPartsFragment> = {}): BlockPartsFragment & { text: string } => ({
  id, kind: 'paragraph', html: `Text ${id}`, text: `Text ${id}`, locale: 'en', direction: 'ltr', state: 'machine', sourceHtml: null, item: null, ...more,
});
const counts = { source: 0, machine: 9, translated: 0, reviewed: 0, outdated: 0, missing: 0 };

function props(blocks: BlockPartsFragment[], own: Partial<typeof counts>): ManualViewProps {
  const source = { id: 's-1', number: 1, title: 'A report', publisher: 'A city', year: 2004, url: 'https://city.example/r', kind: 'official', language: 'ar', accessed: '2026-11' } as const;
  const edition: ManualViewProps['version']['edition'] = {
    id: 'e', requested: 'en', locale: 'en', direction: 'ltr', coverage: 0.5, offered: false, counts: { ...counts, ...own }, title: block('title', { kind: 'title' }), summary: 'S.',
    sections: [{ kind: 'summary', blocks }, { kind: 'limits', blocks: [] }],
    amounts: [{ id: 'works', covers: block('amt1', { kind: 'label' }), value: 5e9, currency: 'KRW', priceYear: null, recurrence: 'one_off', phase: 'actual', population: null, sources: ['s-1'] }],
    staffing: [], steps: [], conditions: [], results: [], differently: [],
    limits: [{ id: 'slow', statement: block('lim1', { kind: 'label' }), basis: 'city', reasoning: null, sources: ['s-1'] }],
    sources: [source],
  };
  const origin = { kind: 'machine', name: 'claude', version: null, at: '2026-11-24', reviewer: null };
  const version: ManualViewProps['version'] = {
    id: 'v', number: '1.0', isCurrent: true, state: 'published', changeNote: null, publishedAt: '2026-11-24T00:00:00Z', depth: 'brief', licence: 'CC-BY-4.0', hash: 'h', signature: 's', keyId: 'k',
    period: { start: '2002', end: null }, origin, languages: [], edition,
  };
  const manual: ManualViewProps['manual'] = {
    id: '019ab3c0-0000-7000-8000-000000000001', slug: 'x', sourceLocale: 'ar', owner: { id: 'c', name: 'The City', url: 'https://city.example' },
    city: { id: 'c', name: 'City', country: { code: 'KR' }, population: 1e6, populationYear: 2024, sizeClass: 'large', populationSource: { title: 't', publisher: 'p', url: 'https://p.example' } },
    themes: [], sdgs: [], versions: { totalCount: 1, nodes: [] },
  };
  return { manual, version, levels: [], path: '/manuals/x' };
}

function show(given: ManualViewProps): string {
  return renderToString(
    <I18nextProvider i18n={messages}>
      <SiteProvider site={SITE}>
        <ManualView {...given} />
      </SiteProvider>
    </I18nextProvider>,
  ).replaceAll('<!-- -->', '');
}

describe('a manual’s page', () => {
  it('gives a block that falls back its own language and direction, and says so', () => {
    const html = show(props([block('b1'), block('b2', { state: 'missing', locale: 'ar', direction: 'rtl' })], { missing: 1 }));
    expect(html).toContain('<p id="b2" class="block" lang="ar" dir="rtl">Text b2</p>');
    expect(html).toContain('<p id="b1" class="block">Text b1</p>');
    expect(html).toContain('Not yet in English; shown in Arabic');
    expect(html).toContain('9 of 10 paragraphs are up to date in English.');
  });

  it('says it once, at the top, when nothing is in the reader’s language', () => {
    const html = show(props([block('b2', { state: 'missing', locale: 'ar', direction: 'rtl' })], { machine: 0, missing: 10 }));
    expect(html).toContain('This manual is not yet in English.');
    expect(html).not.toContain('Not yet in English;');
  });

  it('marks an outdated block and shows the present original in its own language', () => {
    const html = show(props([block('b3', { state: 'outdated', sourceHtml: 'النص الحالي' })], { outdated: 1 }));
    expect(html).toContain('The original changed since this was translated');
    expect(html).toContain('<p class="block-original" lang="ar" dir="rtl">النص الحالي</p>');
  });

  it('has no band when all is in the language and current', () => {
    expect(show(props([block('b1')], {}))).not.toContain('language-band');
  });

  it('says that a machine drafted it and that nobody has reviewed it, and does not name the city as author', () => {
    const html = show(props([block('b1')], {}));
    expect(html).toContain('Drafted by machine from the cited sources, not yet reviewed by the city.');
    expect(html).toContain('Naru (2026). Text title. Version 1.0.</bdi>');
    const written = props([block('b1')], {});
    written.version = { ...written.version, origin: { ...written.version.origin, kind: 'person', name: 'The City' } };
    expect(show(written)).toContain('The City (2026). Text title. Version 1.0. Naru.</bdi>');
  });

  it('has every anchor once, and a target for every link within the page', () => {
    const html = show(props([block('b1', { html: 'Text <a href="#source-s-1" class="cite">[1]</a>' })], {}));
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(['title', 'b1', 'amt1', 'lim1', 'source-s-1']));
  });

  it('shows a section that facts alone make up, and prints a permanent address', () => {
    const html = show(props([block('b1')], {}));
    expect(html).toContain('id="limits-title"');
    expect(html).toContain('https://naru.example/id/019ab3c0-0000-7000-8000-000000000001/1.0');
    expect(html).toContain('QR code of the address of this version');
  });
});
