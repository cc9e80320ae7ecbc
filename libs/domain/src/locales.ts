/** The languages that the library speaks, as BCP 47 tags; `zh` is Simplified Chinese. The order is that of the language menu. */
export const LOCALES = ['en', 'ko', 'zh', 'ja', 'es', 'fr', 'ru', 'ar', 'vi', 'id', 'th', 'mn', 'pt'] as const;

/** One of the library's languages, as a BCP 47 tag. */
export type Locale = (typeof LOCALES)[number];

/** Direction of a script, as the `dir` attribute has it. */
export type Direction = 'ltr' | 'rtl';

const LOCALE_SET: ReadonlySet<string> = new Set(LOCALES);

/** Each language's name in the language itself (CLDR endonyms, capitalised as they stand alone). */
export const ENDONYMS: Readonly<Record<Locale, string>> = {
  en: 'English',
  ko: '한국어',
  zh: '简体中文',
  ja: '日本語',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  ar: 'العربية',
  vi: 'Tiếng Việt',
  id: 'Bahasa Indonesia',
  th: 'ไทย',
  mn: 'Монгол',
  pt: 'Português',
};

/** Whether a text is one of the library's languages. */
export function isLocale(text: string): text is Locale {
  return LOCALE_SET.has(text);
}

/** Direction of a language's script. */
export function directionOf(locale: Locale): Direction {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

/**
 * The first of the library's languages that a reader accepts; `en` when she accepts none of them.
 * @param acceptLanguage the header `Accept-Language` (RFC 9110, section 12.5.4); null when absent
 */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/i.exec(p)?.[1]).find((q) => q !== undefined);
      return { primary: tag.trim().toLowerCase().split('-')[0] ?? '', quality: Number(quality ?? 1), index };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  for (const { primary } of wishes) if (isLocale(primary)) return primary;
  return 'en';
}
