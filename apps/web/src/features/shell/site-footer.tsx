import { useTranslation } from 'react-i18next';

import { localPath, useSite } from '../../ui/site.tsx';

/** What Naru is, whose texts these are, and where machines and people go on. */
export function SiteFooter() {
  const { t } = useTranslation('shell');
  const { locale } = useSite();
  return (
    <>
      <p>{t('footer.what')}</p>
      <ul className="links">
        <li>
          <a href={localPath(locale, '/about')}>{t('footer.about')}</a>
        </li>
        <li>
          <a href={`${localPath(locale, '/about')}#read`}>{t('footer.read')}</a>
        </li>
        <li>
          <a href={`${localPath(locale, '/about')}#partners`}>{t('footer.partners')}</a>
        </li>
      </ul>
      <p className="muted">{t('footer.licence')}</p>
    </>
  );
}
