import type { Locale } from '@naru/domain';

import { headLinks } from './head-links.ts';
import { useSite } from './site.tsx';

/** What a page says of itself to browsers, search engines and those who share it. */
export interface PageHeadProps {
  /** The whole title, as the browser's tab shows it. */
  title: string;
  /** One or two sentences; null where a page has none to give. */
  description: string | null;
  /** Address beneath the language prefix, `/` for the home page; null: not to be indexed at all. */
  path: string | null;
  /** Languages in which the page really is. */
  offered: readonly Locale[];
  /** Language of the original. */
  source: Locale;
  /** Name of the site, for those who share the page. */
  siteName: string;
  /** `article` for a text, `website` for the rest. */
  type: 'article' | 'website';
  /** False for a page that no search engine should keep, such as one list among many filters. */
  index?: boolean;
}

/** Title, description, canonical address, languages and Open Graph; React lifts them into the head. */
export function PageHead(props: PageHeadProps) {
  const { title, description, path, offered, source, siteName, type, index = true } = props;
  const { locale, publicUrl } = useSite();
  const links = path === null ? null : headLinks(path, { locale, offered, source });
  const at = (address: string) => `${publicUrl ?? ''}${address}`;
  return (
    <>
      <title>{title}</title>
      {description === null ? null : <meta name="description" content={description} />}
      {links?.index && index ? null : <meta name="robots" content="noindex" />}
      {links ? <link rel="canonical" href={at(links.canonical)} /> : null}
      {links && index ? links.alternates.map((link) => <link key={link.hreflang} rel="alternate" hrefLang={link.hreflang} href={at(link.path)} />) : null}
      <meta property="og:title" content={title} />
      {description === null ? null : <meta property="og:description" content={description} />}
      <meta property="og:type" content={type} />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:locale" content={locale} />
      {links && publicUrl ? <meta property="og:url" content={at(links.canonical)} /> : null}
    </>
  );
}
