import { directionOf, type Locale } from '@naru/domain';
import { createInstance, type i18n, type ResourceLanguage } from 'i18next';

import { NAMESPACES } from './namespaces.ts';

const FILES = import.meta.glob<ResourceLanguage>('../locales/*/*.json', { import: 'default' });

/**
 * Makes the interface's messages of one language ready; only that language's files are read. Where a file is missing
 * (a language is being added) English stands in, so that a page never shows a bare key.
 */
export async function createI18n(locale: Locale): Promise<i18n> {
  const instance = createInstance();
  const languages = locale === 'en' ? ['en'] : [locale, 'en'];
  const resources = Object.fromEntries(await Promise.all(languages.map(async (language) => [language, await messagesOf(language)] as const)));
  await instance.init({
    lng: locale,
    fallbackLng: 'en',
    defaultNS: 'shell',
    ns: NAMESPACES,
    resources,
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  instance.dir = () => directionOf(locale);
  return instance;
}

async function messagesOf(language: string): Promise<Record<string, ResourceLanguage>> {
  const found = await Promise.all(
    NAMESPACES.map(async (namespace) => [namespace, await FILES[`../locales/${language}/${namespace}.json`]?.()] as const),
  );
  return Object.fromEntries(found.flatMap(([namespace, messages]) => (messages ? [[namespace, messages]] : [])));
}
