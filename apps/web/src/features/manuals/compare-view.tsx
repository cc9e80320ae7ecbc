import type { ManualCompareQuery } from '@naru/api-client';
import { directionOf, SECTION_KINDS } from '@naru/domain';
import { useTranslation } from 'react-i18next';

import { formatDay } from '../../ui/format.ts';
import { localPath, useSite } from '../../ui/site.tsx';

type Comparison = NonNullable<ManualCompareQuery['compareVersions']>;
type Change = Comparison['blocks'][number];

/** Two versions beside each other: what was removed and added in the text, block by block, and which facts changed. */
export function CompareView({ manual, comparison }: { manual: NonNullable<ManualCompareQuery['manual']>; comparison: Comparison }) {
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  const { from, to, facts } = comparison;
  const changes = comparison.blocks.filter((block) => block.change !== 'unchanged');
  const foreign = manual.card.locale !== locale;
  return (
    <>
      <h1>{t('compare.title')}</h1>
      <p className="lead" {...(foreign ? { lang: manual.card.locale, dir: directionOf(manual.card.locale) } : {})}>
        <a href={localPath(locale, `/manuals/${manual.slug}`)}>{manual.card.title}</a>
      </p>
      <p>
        {t('compare.lead', {
          from: from.number,
          fromDate: formatDay(locale, from.publishedAt),
          to: to.number,
          toDate: formatDay(locale, to.publishedAt),
        })}{' '}
        {changes.length > 0 ? t('compare.tally', { count: changes.length }) : t('compare.same')}{' '}
        {facts.length > 0 ? t('compare.factTally', { count: facts.length }) : t('compare.sameFacts')}
      </p>
      <p className="band-links no-print">
        <a href={localPath(locale, `/manuals/${manual.slug}/compare/${to.number}/${from.number}`)}>{t('compare.swap')}</a>
        <a href={localPath(locale, `/manuals/${manual.slug}/history`)}>{t('history.title')}</a>
      </p>
      {changes.length > 0 ? <TextChanges changes={changes} /> : null}
      {facts.length > 0 ? <FactChanges comparison={comparison} /> : null}
    </>
  );
}

function TextChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('manuals');
  const sections = SECTION_KINDS.map((kind) => ({ kind, own: changes.filter((change) => change.section === kind) })).filter(({ own }) => own.length > 0);
  return (
    <section aria-labelledby="text-changes">
      <h2 id="text-changes">{t('compare.text')}</h2>
      <p className="small muted">{t('compare.legend')}</p>
      {sections.map(({ kind, own }) => (
        <section key={kind} className="compare-section" aria-labelledby={`compare-${kind}`}>
          <h3 id={`compare-${kind}`}>{t(`section.${kind}`)}</h3>
          {own.map((change) => (
            <BlockChange key={change.id} change={change} />
          ))}
        </section>
      ))}
    </section>
  );
}

function BlockChange({ change }: { change: Change }) {
  const { t } = useTranslation('manuals');
  return (
    <div className={`change change-${change.change}`}>
      <span className="tag">{t(`change.${change.change}`)}</span>
      <p lang={change.locale} dir={directionOf(change.locale)}>
        {change.pieces.map((piece, index) => {
          switch (piece.kind) {
            case 'same':
              return <span key={index}>{piece.text}</span>;
            case 'added':
              return <ins key={index}>{piece.text}</ins>;
            case 'removed':
              return <del key={index}>{piece.text}</del>;
          }
        })}
      </p>
    </div>
  );
}

function FactChanges({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('manuals');
  const { from, to, facts } = comparison;
  return (
    <section aria-labelledby="fact-changes">
      <h2 id="fact-changes">{t('compare.facts')}</h2>
      <div className="scroll" tabIndex={0} role="group" aria-labelledby="fact-changes">
        <table className="fact-table">
          <thead>
            <tr>
              <th scope="col">{t('compare.field')}</th>
              <th scope="col">{t('version.label', { number: from.number })}</th>
              <th scope="col">{t('version.label', { number: to.number })}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => (
              <tr key={fact.path}>
                <th scope="row">
                  <code dir="ltr">{fact.path}</code>
                </th>
                <td>{fact.from === null ? <span className="muted">{t('compare.absent')}</span> : <del>{fact.from}</del>}</td>
                <td>{fact.to === null ? <span className="muted">{t('compare.absent')}</span> : <ins>{fact.to}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
