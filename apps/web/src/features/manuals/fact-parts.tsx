import type { VersionReadingFragment } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { formatCompact, formatDate } from '../../ui/format.ts';
import { Quantity } from '../../ui/quantity.tsx';
import { useSite } from '../../ui/site.tsx';
import { SourceMarks } from './source-marks.tsx';

type Edition = VersionReadingFragment['edition'];

/** What an amount means: planned or spent, once or every year, prices of which year, for how many people, and its sources. */
export function AmountTerms({ amount }: { amount: Edition['amounts'][number] }) {
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  return (
    <div className="fact-terms">
      <span>{t(amount.phase === 'planned' ? 'amounts.planned' : 'amounts.actual')}</span>
      <span>{t(amount.recurrence === 'yearly' ? 'amounts.yearly' : 'amounts.oneOff')}</span>
      {amount.priceYear === null ? null : <span>{t('amounts.prices', { year: String(amount.priceYear) })}</span>}
      {amount.population === null ? null : <span>{t('amounts.population', { people: formatCompact(locale, amount.population) })}</span>}
      <SourceMarks ids={amount.sources} />
    </div>
  );
}

/** A result's value with its date, and before it, where there is one, the value that it started from. */
export function BaselineValue({ result }: { result: Edition['results'][number] }) {
  const { baseline, value, date, unit } = result;
  return (
    <>
      {baseline ? (
        <>
          <Dated value={baseline.value} unit={unit} date={baseline.date} /> <br />
          <span className="arrow" aria-hidden="true" />
        </>
      ) : null}
      <Dated value={value} unit={unit} date={date} />
    </>
  );
}

/** A value with its unit and, smaller, the date that it holds for. */
export function Dated({ value, unit, date }: { value: number; unit: string; date: string }) {
  const { locale } = useSite();
  return (
    <span className="dated">
      <Quantity value={value} unit={unit} /> <small>{formatDate(locale, date)}</small>
    </span>
  );
}

/** How strong the evidence for a result is, in words and as five dots. */
export function EvidenceMark({ level }: { level: number }) {
  const { t } = useTranslation('manuals');
  return (
    <span className="evidence">
      <svg className="evidence-dots" width="52" height="8" viewBox="0 0 52 8" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((step) => (
          <circle key={step} cx={step * 10 - 4} cy="4" r="3" className={step <= level ? 'on' : 'off'} />
        ))}
      </svg>
      <a href="#evidence-levels">{t('item.evidence', { level })}</a>
    </span>
  );
}

/** On what a judgement rests, in words, and its sources. */
export function BasisLine({ basis, sources }: { basis: Edition['limits'][number]['basis']; sources: readonly string[] }) {
  const { t } = useTranslation('manuals');
  return (
    <div className="fact-terms">
      <span className={`basis basis-${basis}`}>{t(`fact.basis.${basis}`)}</span>
      <SourceMarks ids={sources} />
    </div>
  );
}
