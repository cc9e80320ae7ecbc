import type { Locale } from '@naru/domain';
import { createContext, useContext, type ReactNode } from 'react';

/** Where a page stands. */
export interface Site {
  /** Language of the interface. */
  readonly locale: Locale;
  /** The configured origin, such as `https://naru.example`; null when none is, then no absolute address is published. */
  readonly publicUrl: string | null;
  /** Origin to print: the configured one, else the request's. */
  readonly origin: string;
  /** Path of the address, with the language prefix. */
  readonly path: string;
  /** Query of the address, with `?`, or empty. */
  readonly query: string;
  /** Names this request in the log; the error page shows it. */
  readonly requestId: string;
}

const SiteContext = createContext<Site | null>(null);

/** Gives every component below it the {@link Site}. */
export function SiteProvider({ site, children }: { site: Site; children: ReactNode }) {
  return <SiteContext value={site}>{children}</SiteContext>;
}

/** The {@link Site} of the page being rendered; throws outside a {@link SiteProvider}. */
export function useSite(): Site {
  const site = useContext(SiteContext);
  if (!site) throw new Error('useSite needs a SiteProvider above it');
  return site;
}

/** Builds an address beneath a language: `localPath('ko', '/themes')` is `/ko/themes`; the home page is `/ko`. */
export function localPath(locale: Locale, path: string): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}
