import type { LessonPartsFragment, VersionReadingFragment } from '@naru/api-client';
import { useTranslation } from 'react-i18next';

import { Label } from './block.tsx';
import { BasisLine } from './fact-parts.tsx';

type Condition = VersionReadingFragment['edition']['conditions'][number];

/** What went wrong, or what would be done differently: each statement with what it rests on, and the reasoning where it is ours. `of` begins their anchors. */
export function Lessons({ lessons, name, of }: { lessons: readonly LessonPartsFragment[]; name: string; of: 'limit' | 'change' }) {
  const { t } = useTranslation('manuals');
  if (lessons.length === 0) return null;
  return (
    <ul className="lessons" aria-label={name}>
      {lessons.map((lesson) => (
        <li key={lesson.id} id={`${of}-${lesson.id}`}>
          <div className="lesson-statement">
            <Label block={lesson.statement} />
          </div>
          {lesson.reasoning ? (
            <dl className="reasons">
              <dt>{t('differently.reasoning')}</dt>
              <dd>
                <Label block={lesson.reasoning} />
              </dd>
            </dl>
          ) : null}
          <BasisLine basis={lesson.basis} sources={lesson.sources} />
        </li>
      ))}
    </ul>
  );
}

/** The conditions that the policy depends on, the essential ones first, each with what to do when it is missing. */
export function Conditions({ conditions }: { conditions: readonly Condition[] }) {
  const { t } = useTranslation('manuals');
  if (conditions.length === 0) return null;
  const ordered = [...conditions].sort((a, b) => Number(a.weight !== 'essential') - Number(b.weight !== 'essential'));
  return (
    <ul className="conditions" aria-label={t('conditions.title')}>
      {ordered.map((condition) => (
        <li key={condition.id} id={`condition-${condition.id}`} className={`condition condition-${condition.weight}`}>
          <div className="condition-tags">
            <strong>{t(`conditions.weight.${condition.weight}`)}</strong>
            <span>{t(`conditions.kind.${condition.kind}`)}</span>
          </div>
          <div className="lesson-statement">
            <Label block={condition.statement} />
          </div>
          <dl className="reasons">
            <dt>{t('conditions.missing')}</dt>
            <dd>
              <Label block={condition.whenMissing} />
            </dd>
            {condition.reasoning ? (
              <>
                <dt>{t('conditions.reasoning')}</dt>
                <dd>
                  <Label block={condition.reasoning} />
                </dd>
              </>
            ) : null}
          </dl>
          <BasisLine basis={condition.basis} sources={condition.sources} />
        </li>
      ))}
    </ul>
  );
}
