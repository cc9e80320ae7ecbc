import type { SdgsQuery } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { formatNumber } from '../../ui/format.ts';
import { localPath, useSite } from '../../ui/site.tsx';

/** The 17 goals with the number of their manuals. */
export function SdgsPage({ sdgs }: { sdgs: SdgsQuery['sdgs']['nodes'] }) {
  const { t } = useTranslation('library');
  const { locale } = useSite();
  return (
    <>
      <header className="prose">
        <h1>{t('sdgs.title')}</h1>
        <p className="lead">{t('sdgs.lead')}</p>
      </header>
      <ol className="tiles">
        {sdgs.map((sdg) => (
          <li key={sdg.goal}>
            <a className="tile" href={localPath(locale, `/sdgs/${sdg.goal}`)}>
              <span className="goal" aria-hidden="true">
                {formatNumber(locale, sdg.goal)}
              </span>
              <span>
                <span className="hidden">{t('sdg.label', { goal: formatNumber(locale, sdg.goal) })} </span>
                {sdg.name}
              </span>
              <span className="count" aria-label={t('count', { count: sdg.manualCount })}>
                {formatNumber(locale, sdg.manualCount)}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}
