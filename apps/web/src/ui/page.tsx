import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { LanguageMenu, type LanguageState } from './language-menu.tsx';
import { Mark } from './mark.tsx';
import { localPath, useSite } from './site.tsx';

/** One link of the site's menu: the words and the address beneath the language prefix. */
export interface NavigationItem {
  readonly label: string;
  readonly path: string;
}

/** What stands around a page's own content. */
export interface PageProps {
  /** Name of the site, beside the mark. */
  name: string;
  navigation: readonly NavigationItem[];
  /** Address beneath the language prefix to which the language menu leads. */
  path: string;
  languages: readonly LanguageState[];
  footer: ReactNode;
  children: ReactNode;
}

/** Header with mark, menu and languages; the page's content; footer. */
export function Page({ name, navigation, path, languages, footer, children }: PageProps) {
  const { t } = useTranslation('ui');
  const { locale } = useSite();
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="site-head">
        <div className="wrap">
          <a className="site-mark" href={localPath(locale, '/')}>
            <Mark />
            {name}
          </a>
          <nav className="site-nav" aria-label={t('navigation')}>
            <ul className="links">
              {navigation.map((item) => (
                <li key={item.path}>
                  <a href={localPath(locale, item.path)} aria-current={current(item.path, path)}>
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <LanguageMenu path={path} states={languages} />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <div className="wrap">{children}</div>
      </main>
      <footer className="site-foot">
        <div className="wrap">{footer}</div>
      </footer>
    </>
  );
}

function current(item: string, path: string): 'page' | 'true' | undefined {
  const [bare] = path.split('?');
  if (bare === item) return 'page';
  return bare?.startsWith(`${item}/`) ? 'true' : undefined;
}
