import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse } from 'react-router';

import { localPath, useSite } from '../../ui/site.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { SitePage } from './site-page.tsx';

/** The page for what went wrong: not found, or a fault of ours with the number that names it in the log. */
export function ErrorPage({ error }: { error: unknown }) {
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return <FaultPage />;
}

function FaultPage() {
  const { t } = useTranslation('shell');
  const { locale, path, query, requestId } = useSite();
  return (
    <SitePage title={t('fault.title')} path={null} index={false}>
      <div className="prose">
        <h1>{t('fault.title')}</h1>
        <p className="lead">{t('fault.what')}</p>
        <p>
          <a className="button" href={`${path}${query}`}>
            {t('fault.again')}
          </a>
        </p>
        <p>
          <a href={localPath(locale, '/')}>{t('fault.home')}</a>
        </p>
        <p className="muted">
          {t('fault.number')} <code dir="ltr">{requestId}</code>
        </p>
      </div>
    </SitePage>
  );
}
