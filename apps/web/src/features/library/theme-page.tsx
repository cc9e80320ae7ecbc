import type { ThemeQuery } from '@naru/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Icon } from '../../ui/icon.tsx';
import { localPath, useSite } from '../../ui/site.tsx';
import { ManualResults } from './manual-results.tsx';

/** One theme and its manuals. `list` is the manuals of this page. */
export function ThemePage({ theme, manuals, list }: { theme: NonNullable<ThemeQuery['theme']>; manuals: ThemeQuery['manuals']; list: ReactNode }) {
  const { t } = useTranslation('library');
  const { locale } = useSite();
  return (
    <>
      <header className="icon-line subject">
        <Icon name={theme.icon} size={44} />
        <div>
          <p className="muted small">{t('theme.label')}</p>
          <h1>{theme.name}</h1>
        </div>
      </header>
      <div className="onward">
        <h2>{t('count', { count: manuals.totalCount })}</h2>
        {manuals.totalCount > 1 ? <a href={localPath(locale, `/manuals?theme=${theme.id}`)}>{t('theme.narrow')}</a> : null}
      </div>
      <ManualResults
        list={manuals.nodes.length > 0 ? list : null}
        next={manuals.pageInfo.hasNextPage ? (manuals.pageInfo.endCursor ?? null) : null}
        empty={
          <>
            <h3>{t('theme.empty')}</h3>
            <p>{t('theme.emptyNext')}</p>
            <ul className="ways">
              <li>
                <a href={localPath(locale, '/manuals')}>{t('home.all')}</a>
              </li>
              <li>
                <a href={localPath(locale, '/themes')}>{t('browse.themes')}</a>
              </li>
            </ul>
          </>
        }
      />
    </>
  );
}
