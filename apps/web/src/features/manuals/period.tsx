import { useTranslation } from 'react-i18next';

import { formatDate, formatDateRange } from '../../ui/format.ts';
import { useSite } from '../../ui/site.tsx';

/** From when to when a policy was in force, or that it still is. */
export function Period({ period }: { period: { start: string; end: string | null } }) {
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  const { start, end } = period;
  return <span>{end === null ? t('card.ongoing', { start: formatDate(locale, start) }) : formatDateRange(locale, start, end)}</span>;
}
