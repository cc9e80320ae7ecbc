import { useTranslation } from 'react-i18next';

import { formatDay } from '../../ui/format.ts';
import { localPath, useSite } from '../../ui/site.tsx';

/** What an address of one version says: that it is old and which replaced it, or that it is the newest one's permanent address. */
export function VersionBand(props: { slug: string; version: { number: string; publishedAt: string }; newest: { number: string; publishedAt: string } }) {
  const { slug, version, newest } = props;
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  if (version.number === newest.number) {
    return <aside className="notice">{t('version.permanent', { number: version.number })}</aside>;
  }
  return (
    <aside className="notice warn">
      <p>
        {t('version.old', {
          number: version.number,
          date: formatDay(locale, version.publishedAt),
          newest: newest.number,
          newestDate: formatDay(locale, newest.publishedAt),
        })}
      </p>
      <p className="band-links no-print">
        <a href={localPath(locale, `/manuals/${slug}`)}>{t('version.readNewest', { newest: newest.number })}</a>
        <a href={localPath(locale, `/manuals/${slug}/compare/${version.number}/${newest.number}`)}>{t('version.whatChanged')}</a>
      </p>
    </aside>
  );
}
