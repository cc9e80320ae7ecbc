import { directionOf, ENDONYMS, LOCALES, type Locale } from '@naru/domain';
import { useTranslation } from 'react-i18next';

import { Icon } from './icon.tsx';
import { localPath, useSite } from './site.tsx';

/** How far a page is in one language, in the reader's words: "all", "12 of 40 paragraphs", "not yet". */
export interface LanguageState {
  readonly locale: Locale;
  readonly words: string;
}

/**
 * Every language of the library, with the page's state in it where states are given; works without script.
 * @param path address beneath the language prefix that each link leads to
 */
export function LanguageMenu({ path, states }: { path: string; states: readonly LanguageState[] }) {
  const { t } = useTranslation('ui');
  const { locale } = useSite();
  return (
    <details className="menu" data-menu>
      <summary>
        <Icon name="languages" />
        <span className="hidden">{t('languages.label')}</span>
        {ENDONYMS[locale]}
        <Icon name="chevron-down" size={16} />
      </summary>
      <ul className="languages">
        {LOCALES.map((language) => {
          const words = states.find((state) => state.locale === language)?.words;
          return (
            <li key={language}>
              <a href={localPath(language, path)} hrefLang={language} aria-current={language === locale ? 'true' : undefined}>
                <span lang={language} dir={directionOf(language)}>
                  {ENDONYMS[language]}
                </span>
                {words ? <small>{words}</small> : null}
              </a>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
