import type { EvidencePartsFragment } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { Amounts, StaffingTable } from './amounts.tsx';
import { Conditions, Lessons } from './lessons.tsx';
import type { OutlineSection } from './outline.ts';
import { Prose } from './prose.tsx';
import { useReading } from './reading-context.tsx';
import { Results } from './results.tsx';
import { Steps } from './steps.tsx';

/** One section: its title, its prose, and the facts that belong to it. */
export function SectionView({ section, levels }: { section: OutlineSection; levels: readonly EvidencePartsFragment[] }) {
  const { t } = useTranslation('manuals');
  const { kind, blocks } = section;
  return (
    <section id={kind} className="manual-section" aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`}>{t(`section.${kind}`)}</h2>
      <Prose blocks={blocks} />
      <SectionFacts kind={kind} levels={levels} />
    </section>
  );
}

function SectionFacts({ kind, levels }: { kind: OutlineSection['kind']; levels: readonly EvidencePartsFragment[] }) {
  const { t } = useTranslation('manuals');
  const { edition } = useReading();
  switch (kind) {
    case 'actors':
      return <StaffingTable staffing={edition.staffing} />;
    case 'steps':
      return <Steps steps={edition.steps} />;
    case 'costs':
      return <Amounts amounts={edition.amounts} />;
    case 'results':
      return <Results results={edition.results} levels={levels} />;
    case 'limits':
      return <Lessons lessons={edition.limits} name={t('limits.title')} of="limit" />;
    case 'differently':
      return <Lessons lessons={edition.differently} name={t('differently.title')} of="change" />;
    case 'transfer':
      return <Conditions conditions={edition.conditions} />;
    case 'summary':
    case 'problem':
    case 'context':
    case 'solution':
    case 'today':
      return null;
  }
}
