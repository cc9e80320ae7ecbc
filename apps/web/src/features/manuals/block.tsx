import type { BlockPartsFragment } from '@naru/api-client';
import { directionOf } from '@naru/domain';
import { useTranslation } from 'react-i18next';

import { languageName } from '../../ui/format.ts';
import { useReading } from './reading-context.tsx';

/** Attributes that put a block's text into a page: language and direction where they are not the page's, and the text. */
export function useBlockText(block: BlockPartsFragment) {
  const { locale } = useReading();
  const own = block.locale === locale ? {} : { lang: block.locale, dir: block.direction };
  // The API sanitises every block; nothing else on the page is set as HTML.
  return { ...own, dangerouslySetInnerHTML: { __html: block.html } };
}

/** A text element of a page: `p`, `h3`, `figcaption` and so on, holding one block and, after it, what is to be said of its state. */
export function Block({ block, as: Tag = 'p' }: { block: BlockPartsFragment; as?: 'p' | 'h3' | 'div' }) {
  const text = useBlockText(block);
  return (
    <>
      <BlockNote block={block} />
      <Tag id={block.id} className="block" {...text} />
    </>
  );
}

/** A word of a fact, in an element that may hold paragraphs. `anchor` is off where the same block stands a second time on the page. */
export function Label({ block, anchor = true }: { block: BlockPartsFragment; anchor?: boolean }) {
  const text = useBlockText(block);
  return (
    <>
      <span id={anchor ? block.id : undefined} className="label" {...text} />
      {anchor ? <BlockNote block={block} /> : null}
    </>
  );
}

/** What a reader is told of one block: that it is not yet in her language, or that its original has changed; nothing otherwise. */
export function BlockNote({ block }: { block: BlockPartsFragment }) {
  const { t } = useTranslation('manuals');
  const { locale, wholeMissing, sourceLocale } = useReading();
  if (block.state === 'missing' && !wholeMissing) {
    return (
      <div className="block-note">
        {t('block.missing', { language: languageName(locale, locale), shown: languageName(locale, block.locale) })}
      </div>
    );
  }
  if (block.state !== 'outdated') return null;
  return (
    <div className="block-note block-note-outdated">
      {t('block.outdated')}
      {block.sourceHtml === null ? null : (
        <details>
          <summary>{t('block.present')}</summary>
          <p className="block-original" lang={sourceLocale} dir={directionOf(sourceLocale)} dangerouslySetInnerHTML={{ __html: block.sourceHtml }} />
        </details>
      )}
    </div>
  );
}
