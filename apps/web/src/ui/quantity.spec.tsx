import { UNITS } from '@naru/domain';
import { createI18n } from '@naru/i18n';
import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';

import { MoneyValue, Quantity } from './quantity.tsx';
import { SiteProvider, type Site } from './site.tsx';

const SITE: Site = { locale: 'en', publicUrl: null, origin: 'http://naru.example', path: '/en', query: '', requestId: 'r' };
const messages = await createI18n('en');

function show(element: React.ReactNode): string {
  return renderToString(
    <I18nextProvider i18n={messages}>
      <SiteProvider site={SITE}>{element}</SiteProvider>
    </I18nextProvider>,
  );
}

test.each(UNITS)('%s is shown in words', (unit) => {
  const html = show(<Quantity value={12} unit={unit} />);
  expect(html).toContain('12');
  // Only what reads as words by itself may stand as it is.
  if (!['km', 'm', 'ha', 'kg', 't', 'toe', 'minutes', 'hours', 'days', 'months', 'years', 'people', 'households', 'points', 'rank'].includes(unit)) {
    expect(html).not.toContain(`12 ${unit}<`);
  }
});

test('an unknown unit is shown as it stands rather than left out', () => {
  expect(show(<Quantity value={3} unit="furlongs" />)).toContain('3 furlongs');
});

test('a large value is shortened and keeps the whole one for programs and on pointing', () => {
  expect(show(<Quantity value={2_350_000} unit="people" />)).toBe('<data value="2350000" title="2,350,000">2.35 million people</data>');
  expect(show(<MoneyValue value={390_000_000_000} currency="KRW" />)).toMatch(/value="390000000000" title="KRW\s390,000,000,000">KRW\s390 billion</);
});
