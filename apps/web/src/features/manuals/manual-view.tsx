import type { EvidencePartsFragment, ManualHeadFragment, ManualPageQuery, VersionReadingFragment } from '@naru/api-client';
import type { ReactNode } from 'react';

import { localPath, useSite } from '../../ui/site.tsx';
import { CitePanel } from './cite-panel.tsx';
import { Contents } from './contents.tsx';
import { FactsCard } from './facts-card.tsx';
import { LanguageBand } from './language-band.tsx';
import { ManualHead } from './manual-head.tsx';
import { outlineOf } from './outline.ts';
import { PrintSheet } from './print-sheet.tsx';
import { ReadingProvider } from './reading-context.tsx';
import { SectionView } from './section-view.tsx';
import { SourceList } from './source-list.tsx';
import { VersionsPanel } from './versions-panel.tsx';

/** What a page of a manual is made of. */
export interface ManualViewProps {
  manual: ManualHeadFragment & { versions: NonNullable<ManualPageQuery['manual']>['versions'] };
  version: VersionReadingFragment;
  levels: readonly EvidencePartsFragment[];
  /** Address of the page beneath the language prefix. */
  path: string;
  /** What is to be said before all else, such as that the version is old. */
  children?: ReactNode;
}

/** A manual as one page: the answer first, then the sections in reading order with their facts, then sources, citation and versions. */
export function ManualView({ manual, version, levels, path, children }: ManualViewProps) {
  const { locale } = useSite();
  const { edition } = version;
  const sections = outlineOf(edition);
  return (
    <ReadingProvider locale={locale} sourceLocale={manual.sourceLocale} edition={edition}>
      <article className="manual">
        {children}
        <ManualHead manual={manual} version={version} />
        <LanguageBand languages={version.languages} addressIn={(other) => localPath(other, path)} />
        <div className="manual-columns">
          <div className="manual-rail">
            <Contents sections={sections} />
          </div>
          <div className="manual-text">
            <FactsCard manual={manual} version={version} />
            {sections.map((section) => (
              <SectionView key={section.kind} section={section} levels={levels} />
            ))}
            <SourceList sources={edition.sources} />
            <CitePanel manual={manual} version={version} />
            <VersionsPanel slug={manual.slug} versions={manual.versions} version={version} sourceLocale={manual.sourceLocale} />
            <PrintSheet id={manual.id} version={version} />
          </div>
        </div>
      </article>
    </ReadingProvider>
  );
}
