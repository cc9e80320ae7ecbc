import type { ManualHeadFragment, VersionReadingFragment } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { formatDay } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { localPath, useSite } from '../../ui/site.tsx';
import { BlockNote, useBlockText } from './block.tsx';
import { Emblem } from './emblem.tsx';
import { Provenance } from './provenance.tsx';

/** The top of a manual: emblem, themes, title, what it is, where its text comes from, and what can be done with it. */
export function ManualHead({ manual, version }: { manual: ManualHeadFragment; version: VersionReadingFragment }) {
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  const title = useBlockText(version.edition.title);
  return (
    <header className="manual-head">
      <Emblem icon={manual.themes[0]?.icon ?? 'book-open'} city={manual.city.id} slug={manual.slug} />
      <div className="manual-head-text">
        <ul className="manual-themes">
          {manual.themes.map((theme) => (
            <li key={theme.id}>
              <a href={localPath(locale, `/themes/${theme.id}`)}>{theme.name}</a>
            </li>
          ))}
        </ul>
        <h1 id={version.edition.title.id} {...title} />
        <BlockNote block={version.edition.title} />
        <div className="fact-terms">
          <span>{t(`depth.${version.depth}`)}</span>
          <bdi>{manual.owner.name}</bdi>
          <span>{t('version.label', { number: version.number })}</span>
          <span>{t('version.published', { date: formatDay(locale, version.publishedAt) })}</span>
        </div>
        <Provenance origin={version.origin} />
        <div className="manual-tools no-print">
          <a className="tool" href="#cite">
            <Icon name="quote" size={18} /> {t('section.cite')}
          </a>
          <a className="tool" href="#versions">
            <Icon name="history" size={18} /> {t('section.versions')}
          </a>
          <button type="button" className="tool" data-print="" hidden>
            <Icon name="printer" size={18} /> {t('tools.print')}
          </button>
          <button type="button" className="tool" data-share="" hidden>
            <Icon name="link" size={18} /> {t('tools.share')}
          </button>
        </div>
      </div>
    </header>
  );
}
