import { useTranslation } from 'react-i18next';

/**
 * Ways to the next page and back to the first one of a list that goes on by cursor.
 * @param first address of the first page; null on it
 * @param next address of the next page; null on the last
 */
export function Pagination({ first, next }: { first: string | null; next: string | null }) {
  const { t } = useTranslation('ui');
  if (first === null && next === null) return null;
  return (
    <nav className="pages no-print" aria-label={t('pages.label')}>
      {first === null ? null : (
        <a className="button quiet" href={first}>
          {t('pages.first')}
        </a>
      )}
      {next === null ? null : (
        <a className="button" href={next} rel="next">
          {t('pages.next')}
        </a>
      )}
    </nav>
  );
}
