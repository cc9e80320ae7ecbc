import type { VersionReadingFragment } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { formatNumber } from '../../ui/format.ts';
import { MoneyValue } from '../../ui/quantity.tsx';
import { useSite } from '../../ui/site.tsx';
import { Label } from './block.tsx';
import { AmountTerms } from './fact-parts.tsx';
import { SourceMarks } from './source-marks.tsx';

type Edition = VersionReadingFragment['edition'];

/** All amounts: what each covers and its terms, and the sum. Nothing when there is none. */
export function Amounts({ amounts }: { amounts: Edition['amounts'] }) {
  const { t } = useTranslation('manuals');
  if (amounts.length === 0) return null;
  return (
    <table className="fact-table">
      <caption>{t('amounts.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('amounts.covers')}</th>
          <th scope="col" className="num">
            {t('amounts.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {amounts.map((amount) => (
          <tr key={amount.id} id={`amount-${amount.id}`}>
            <th scope="row">
              <Label block={amount.covers} />
              <AmountTerms amount={amount} />
            </th>
            <td className="num">
              <MoneyValue value={amount.value} currency={amount.currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who did the work, in full-time posts. Nothing when no source says. */
export function StaffingTable({ staffing }: { staffing: Edition['staffing'] }) {
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  if (staffing.length === 0) return null;
  return (
    <table className="fact-table">
      <caption>{t('staffing.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('staffing.role')}</th>
          <th scope="col" className="num">
            {t('staffing.fte')}
          </th>
        </tr>
      </thead>
      <tbody>
        {staffing.map((post) => (
          <tr key={post.id} id={`staff-${post.id}`}>
            <th scope="row">
              <Label block={post.role} />
              <div className="fact-terms">
                <span>{t(`staffing.${post.phase}`)}</span>
                <SourceMarks ids={post.sources} />
              </div>
            </th>
            <td className="num">{formatNumber(locale, post.fte)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
