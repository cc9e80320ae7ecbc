import type { VersionHeadFragment } from '@naru/api-client';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { languageName } from '../../ui/format.ts';
import { useReading } from './reading-context.tsx';

/** Where the text came from, and where its translation did: said on every manual, before anything else is. */
export function Provenance({ origin }: { origin: VersionHeadFragment['origin'] }) {
  const { t } = useTranslation('manuals');
  const { edition, locale } = useReading();
  const translation = translationSentence(t, edition.counts, languageName(locale, locale));
  return (
    <p className="provenance">
      {originSentence(t, origin)} {translation}
    </p>
  );
}

/** Where the source text came from, as a sentence. */
export function originSentence(t: TFunction<'manuals'>, origin: VersionHeadFragment['origin']): string {
  const { kind, name, reviewer } = origin;
  if (kind === 'machine') return reviewer === null ? t('provenance.machine') : t('provenance.machineReviewed', { reviewer });
  return reviewer === null ? t('provenance.person', { name }) : t('provenance.personReviewed', { name, reviewer });
}

/** Where a translation came from, as a sentence; null when nothing of it is a translation. */
export function translationSentence(
  t: TFunction<'manuals'>,
  counts: { machine: number; translated: number; reviewed: number; outdated: number },
  language: string,
): string | null {
  const { machine, translated, reviewed, outdated } = counts;
  const all = machine + translated + reviewed + outdated;
  if (all === 0) return null;
  if (reviewed === all) return t('provenance.translationReviewed', { language });
  const sentence = machine > 0 ? t('provenance.translationMachine', { language }) : t('provenance.translationPerson', { language });
  return reviewed > 0 ? t('provenance.translationPart', { count: all, reviewed }) : sentence;
}
