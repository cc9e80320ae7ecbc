import type { EvidencePartsFragment, VersionReadingFragment } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { Label } from './block.tsx';
import { Dated, EvidenceMark } from './fact-parts.tsx';
import { SourceMarks } from './source-marks.tsx';

type Result = VersionReadingFragment['edition']['results'][number];

const WIDTH = 120;

/** All results: what was measured, before and after, and how strong the evidence is. Nothing when there is none. */
export function Results({ results, levels }: { results: readonly Result[]; levels: readonly EvidencePartsFragment[] }) {
  const { t } = useTranslation('manuals');
  if (results.length === 0) return null;
  return (
    <>
      <table className="fact-table fact-table-results">
        <caption>{t('results.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results.indicator')}</th>
            <th scope="col">{t('results.before')}</th>
            <th scope="col">{t('results.measured')}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <ResultRow key={result.id} result={result} />
          ))}
        </tbody>
      </table>
      <EvidenceLegend levels={levels} />
    </>
  );
}

function ResultRow({ result }: { result: Result }) {
  const { t } = useTranslation('manuals');
  const { baseline, value, unit, date } = result;
  return (
    <tr id={`result-${result.id}`}>
      <th scope="row">
        <Label block={result.indicator} />
        <div className="fact-terms">
          <EvidenceMark level={result.evidence} />
          <SourceMarks ids={result.sources} />
        </div>
      </th>
      <td data-name={t('results.before')}>
        {baseline ? (
          <>
            <Dated value={baseline.value} unit={unit} date={baseline.date} />
            <Bar share={shareOf(baseline.value, value)} className="bar-before" />
          </>
        ) : (
          <span className="muted">{t('results.noBaseline')}</span>
        )}
      </td>
      <td data-name={t('results.measured')}>
        <Dated value={value} unit={unit} date={date} />
        {baseline ? <Bar share={shareOf(value, baseline.value)} className="bar-after" /> : null}
      </td>
    </tr>
  );
}

/** Length of a bar, 0–1, when the larger of the two values fills the width. */
function shareOf(value: number, other: number): number {
  const most = Math.max(Math.abs(value), Math.abs(other));
  return most === 0 ? 0 : Math.abs(value) / most;
}

/** A bar from zero; the figures beside it say the same, so it is hidden from screen readers. */
function Bar({ share, className }: { share: number; className: string }) {
  return (
    <svg className={`bar ${className}`} viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true">
      <rect width={WIDTH} height="6" className="bar-all" />
      <rect width={Math.max(1, Math.round(share * WIDTH))} height="6" className="bar-value" />
    </svg>
  );
}

function EvidenceLegend({ levels }: { levels: readonly EvidencePartsFragment[] }) {
  const { t } = useTranslation('manuals');
  return (
    <details className="legend" id="evidence-levels">
      <summary>{t('results.legend')}</summary>
      <dl>
        {[...levels]
          .sort((a, b) => a.level - b.level)
          .map(({ level, name, definition }) => (
            <div key={level}>
              <dt>
                {level}. {name}
              </dt>
              <dd>{definition}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
