import { LOCALES, type Locale } from '@naru/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { LanguageState } from '../../ui/language-menu.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Page } from '../../ui/page.tsx';
import { SiteFooter } from './site-footer.tsx';

/** One page of the site. */
export interface SitePageProps {
  /** Title of the page without the site's name; null on the home page, which has the name alone. */
  title: string | null;
  /** One or two sentences for search engines and those who share the page. */
  description?: string | null;
  /** Address beneath the language prefix, `/` for the home page; null for a page that is none (errors). */
  path: string | null;
  /** Query to keep when the language is changed, with `?`. */
  query?: string;
  /** Languages in which the page really is; all, unless it shows one manual. */
  offered?: readonly Locale[];
  /** Language of the original. */
  source?: Locale;
  /** How far the page is in each language, where it is not simply in all. */
  languages?: readonly LanguageState[];
  type?: 'article' | 'website';
  /** False for a page that no search engine should keep. */
  index?: boolean;
  children: ReactNode;
}

/** Head, header, footer and menu of the site around a page. Every route renders exactly one. */
export function SitePage(props: SitePageProps) {
  const { t } = useTranslation('shell');
  const { title, description = null, path, query = '', offered = LOCALES, source = 'en', languages = [], type = 'website', index = true } = props;
  return (
    <>
      <PageHead
        title={title === null ? t('title.home') : t('title.page', { title })}
        description={description}
        path={path}
        offered={offered}
        source={source}
        siteName={t('name')}
        type={type}
        index={index}
      />
      <Page
        name={t('name')}
        navigation={[
          { label: t('navigation.manuals'), path: '/manuals' },
          { label: t('navigation.themes'), path: '/themes' },
          { label: t('navigation.sdgs'), path: '/sdgs' },
          { label: t('navigation.about'), path: '/about' },
        ]}
        path={`${path ?? '/'}${query}`}
        languages={languages}
        footer={<SiteFooter />}
      >
        {props.children}
      </Page>
    </>
  );
}
