import type { VersionReadingFragment } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { formatDate, formatDateRange, formatNumber } from '../../ui/format.ts';
import { useSite } from '../../ui/site.tsx';
import { Label } from './block.tsx';
import { SourceMarks } from './source-marks.tsx';

type Edition = VersionReadingFragment['edition'];

/** The steps as a numbered list, each with its dates and how long it took, as far as sources say. */
export function Steps({ steps }: { steps: Edition['steps'] }) {
  const { t } = useTranslation('manuals');
  if (steps.length === 0) return null;
  return (
    <ol className="steps" aria-label={t('steps.title')}>
      {steps.map((step) => (
        <li key={step.id} id={`step-${step.id}`}>
          <div className="step-title">
            <Label block={step.title} />
          </div>
          <StepTerms step={step} />
        </li>
      ))}
    </ol>
  );
}

function StepTerms({ step }: { step: Edition['steps'][number] }) {
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  const { start, end, durationMonths } = step;
  const single = start ?? end;
  return (
    <div className="fact-terms">
      <span>{start !== null && end !== null ? formatDateRange(locale, start, end) : single !== null ? formatDate(locale, single) : t('steps.noDate')}</span>
      {durationMonths === null ? null : <span>{t('steps.months', { count: durationMonths, value: formatNumber(locale, durationMonths) })}</span>}
      <SourceMarks ids={step.sources} />
    </div>
  );
}
