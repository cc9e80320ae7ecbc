import { LOCALES, type Locale } from '@naru/domain';

/** Where a page stands among its languages. */
export interface PageLanguages {
  /** Language of the page. */
  readonly locale: Locale;
  /** Languages in which the page really is; the interface's pages are in all of them. */
  readonly offered: readonly Locale[];
  /** Language of the original; the canonical one where the page's own is not offered. */
  readonly source: Locale;
}

/** What the head says about a page's languages. Paths begin with the language prefix. */
export interface HeadLinks {
  readonly canonical: string;
  /** False below the threshold: the page is served, but search engines get the original. */
  readonly index: boolean;
  /** `hreflang` and path; empty where the page is not offered in its own language. */
  readonly alternates: readonly { hreflang: string; path: string }[];
}

/**
 * Canonical address and alternates of a page (decision 15). `x-default` is the original.
 * @param path address beneath the language prefix: `/` or `/manuals/…`
 */
export function headLinks(path: string, languages: PageLanguages): HeadLinks {
  const { locale, offered, source } = languages;
  const under = (language: Locale) => (path === '/' ? `/${language}` : `/${language}${path}`);
  if (!offered.includes(locale) && locale !== source) return { canonical: under(source), index: false, alternates: [] };
  const alternates = LOCALES.filter((language) => offered.includes(language)).map((hreflang) => ({ hreflang: hreflang, path: under(hreflang) }));
  return { canonical: under(locale), index: true, alternates: [...alternates, { hreflang: 'x-default', path: under(source) }] };
}
