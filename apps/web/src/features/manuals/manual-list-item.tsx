import type { ManualListItemFragment } from '@naru/api-client';
import { directionOf, type Locale } from '@naru/domain';
import { useTranslation } from 'react-i18next';

import { formatDateRange, languageName } from '../../ui/format.ts';
import { localPath } from '../../ui/site.tsx';
import { Emblem } from './emblem.tsx';
import { LanguageCoverage } from './language-coverage.tsx';

/** A manual in a list: title, city and years, one sentence, theme, how much of it is in the reader's language, and how strong its evidence is. */
export function ManualListItem({ manual, card, locale }: { manual: ManualListItemFragment; card: ManualListItemFragment['card']; locale: Locale }) {
  const { t } = useTranslation('manuals');
  const theme = manual.themes[0];
  const foreign = card.locale !== locale;
  const text = foreign ? { lang: card.locale, dir: directionOf(card.locale) } : {};
  return (
    <article className="manual-item">
      <Emblem icon={theme?.icon ?? 'book-open'} city={manual.city.id} slug={manual.slug} />
      <div className="manual-item-body">
        <h3 className="manual-item-title" {...text}>
          <a href={localPath(locale, `/manuals/${manual.slug}`)}>{card.title}</a>
        </h3>
        <p className="manual-item-place">
          {manual.city.name}
          <span className="dot" aria-hidden="true" />
          <span>{card.yearEnd === null ? t('card.ongoing', { start: years(locale, card.year, card.year) }) : years(locale, card.year, card.yearEnd)}</span>
          {theme ? (
            <>
              <span className="dot" aria-hidden="true" />
              <a href={localPath(locale, `/themes/${theme.id}`)}>{theme.name}</a>
            </>
          ) : null}
        </p>
        <p className="manual-item-summary" {...text}>
          {card.summary}
        </p>
        <ul className="manual-item-facts">
          <li>
            <LanguageCoverage card={card} />
          </li>
          {foreign ? <li>{t('item.shownIn', { language: languageName(locale, card.locale) })}</li> : null}
          <li>{card.evidence === null ? t('item.noEvidence') : t('item.evidence', { level: card.evidence })}</li>
          <li>{t(`depth.${card.depth}`)}</li>
        </ul>
      </div>
    </article>
  );
}

function years(locale: string, start: number, end: number): string {
  return formatDateRange(locale, String(start), String(end));
}
