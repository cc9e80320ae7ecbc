import { useTranslation } from 'react-i18next';

import type { OutlineSection } from './outline.ts';

/** The table of contents. The enhancement marks the section that is being read. */
export function Contents({ sections }: { sections: readonly OutlineSection[] }) {
  const { t } = useTranslation('manuals');
  const tail = ['sources', 'cite', 'versions'] as const;
  return (
    <nav className="manual-toc" aria-labelledby="toc-title" data-toc="">
      <h2 id="toc-title">{t('toc.title')}</h2>
      <ol className="manual-toc-list">
        {sections.map(({ kind }) => (
          <li key={kind}>
            <a href={`#${kind}`}>{t(`section.${kind}`)}</a>
          </li>
        ))}
        {tail.map((part) => (
          <li key={part}>
            <a href={`#${part}`}>{t(`section.${part}`)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
