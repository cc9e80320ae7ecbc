import { LOCALES } from '@naru/domain';
import { expect, test } from 'vitest';

import { createI18n } from './create-i18n.ts';

test('speaks every language, in its own direction', async () => {
  for (const locale of LOCALES) {
    const messages = await createI18n(locale);
    expect(messages.language).toBe(locale);
    expect(messages.dir()).toBe(locale === 'ar' ? 'rtl' : 'ltr');
    expect(messages.t('shell:missing.home')).not.toBe('missing.home');
  }
});

test('chooses the plural form by the number', async () => {
  const { t } = await createI18n('en');
  expect(t('library:count', { count: 1 })).toBe('1 manual');
  expect(t('library:count', { count: 0 })).toBe('No manuals yet');
  expect(t('library:count', { count: 36 })).toBe('36 manuals');
});

test('leaves marks in values as they are: what shows them escapes', async () => {
  const { t } = await createI18n('en');
  expect(t('shell:title.page', { title: 'Roads & “rails”' })).toBe('Roads & “rails” – Naru');
});
