import { useTranslation } from 'react-i18next';

import { useReading } from './reading-context.tsx';

/** The sources of a fact as numbers in brackets, each a link to its entry in the list of sources; nothing when it has none. */
export function SourceMarks({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('manuals');
  const { edition } = useReading();
  const cited = edition.sources.filter((source) => ids.includes(source.id));
  if (cited.length === 0) return null;
  return (
    <span className="source-marks">
      {cited.map((source) => (
        <a
          key={source.id}
          className="cite"
          href={`#source-${source.id}`}
          aria-label={t('fact.source', { number: source.number, title: source.title })}
        >
          [{source.number}]
        </a>
      ))}
    </span>
  );
}
