import { useTranslation } from 'react-i18next';

import { localPath, useSite } from '../../ui/site.tsx';
import { SitePage } from './site-page.tsx';

/** The page for an address that leads nowhere, in the reader's language, with a way on. */
export function NotFoundPage() {
  const { t } = useTranslation('shell');
  const { locale } = useSite();
  return (
    <SitePage title={t('missing.title')} path={null} index={false}>
      <div className="prose">
        <h1>{t('missing.title')}</h1>
        <p className="lead">{t('missing.why')}</p>
        <form action={localPath(locale, '/manuals')} method="get" role="search" className="search">
          <label htmlFor="q">{t('missing.search')}</label>
          <div className="search-row">
            <input id="q" type="search" name="q" />
            <button className="button" type="submit">
              {t('missing.submit')}
            </button>
          </div>
        </form>
        <ul className="ways">
          <li>
            <a href={localPath(locale, '/manuals')}>{t('missing.manuals')}</a>
          </li>
          <li>
            <a href={localPath(locale, '/themes')}>{t('missing.themes')}</a>
          </li>
          <li>
            <a href={localPath(locale, '/')}>{t('missing.home')}</a>
          </li>
        </ul>
      </div>
    </SitePage>
  );
}
