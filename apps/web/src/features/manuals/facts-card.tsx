import type { ManualHeadFragment, VersionReadingFragment } from '@naru/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { countryName, formatCompact } from '../../ui/format.ts';
import { MoneyValue } from '../../ui/quantity.tsx';
import { localPath, useSite } from '../../ui/site.tsx';
import { Label } from './block.tsx';
import { leadAmounts, leadLimit, leadResults } from './lead-facts.ts';
import { Period } from './period.tsx';
import { AmountTerms, BaselineValue, EvidenceMark } from './fact-parts.tsx';
import { SourceMarks } from './source-marks.tsx';

/** The answer first: where and when, what it cost, what came of it, what went wrong. The rest of the facts stands in the sections below. */
export function FactsCard({ manual, version }: { manual: ManualHeadFragment; version: VersionReadingFragment }) {
  const { t } = useTranslation('manuals');
  const { amounts, results, limits } = version.edition;
  const shownAmounts = leadAmounts(amounts);
  const shownResults = leadResults(results);
  const limit = leadLimit(limits);
  return (
    <section className="facts-card" aria-labelledby="at-a-glance">
      <h2 id="at-a-glance">{t('card.title')}</h2>
      <dl>
        <CardFact name={t('card.city')}>
          <Place city={manual.city} />
        </CardFact>
        <CardFact name={t('card.period')}>
          <Period period={version.period} />
        </CardFact>
        <CardFact name={t('card.cost')} wide>
          {shownAmounts.length === 0 ? <p className="muted">{t('card.noCost')}</p> : null}
          <ul className="card-figures">
            {shownAmounts.map((amount) => (
              <li key={amount.id}>
                <strong className="figure">
                  <MoneyValue value={amount.value} currency={amount.currency} />
                </strong>
                <div className="figure-words">
                  <Label block={amount.covers} anchor={false} />
                  <AmountTerms amount={amount} />
                </div>
              </li>
            ))}
          </ul>
          <More count={amounts.length - shownAmounts.length} of="moreCosts" href="#costs" />
        </CardFact>
        <CardFact name={t('card.results')} wide>
          {shownResults.length === 0 ? <p className="muted">{t('card.noResult')}</p> : null}
          <ul className="card-figures">
            {shownResults.map((result) => (
              <li key={result.id}>
                <strong className={result.baseline ? 'figure figure-change' : 'figure'}>
                  <BaselineValue result={result} />
                </strong>
                <div className="figure-words">
                  <Label block={result.indicator} anchor={false} />
                  <div className="fact-terms">
                    <EvidenceMark level={result.evidence} />
                    <SourceMarks ids={result.sources} />
                  </div>
                </div>
              </li>
            ))}
          </ul>
          <More count={results.length - shownResults.length} of="moreResults" href="#results" />
        </CardFact>
        {limit ? (
          <CardFact name={t('card.wrong')} wide>
            <div className="card-limit">
              <Label block={limit.statement} anchor={false} />
              <SourceMarks ids={limit.sources} />
            </div>
            <More count={limits.length - 1} of="moreLimits" href="#limits" />
          </CardFact>
        ) : null}
        {manual.sdgs.length > 0 ? (
          <CardFact name={t('card.goals')} wide>
            <Goals sdgs={manual.sdgs} />
          </CardFact>
        ) : null}
      </dl>
    </section>
  );
}

function CardFact({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'card-fact card-fact-wide' : 'card-fact'}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function More({ count, of, href }: { count: number; of: 'moreCosts' | 'moreResults' | 'moreLimits'; href: string }) {
  const { t } = useTranslation('manuals');
  if (count <= 0) return null;
  return (
    <a className="card-more" href={href}>
      {t(`card.${of}`, { count })}
    </a>
  );
}

function Place({ city }: { city: ManualHeadFragment['city'] }) {
  const { t } = useTranslation('manuals');
  const { locale } = useSite();
  return (
    <>
      <a href={localPath(locale, `/cities/${city.id}`)}>{city.name}</a>
      <div className="fact-terms">
        <span>{countryName(locale, city.country.code)}</span>
        <span>{t('card.people', { count: city.population, value: formatCompact(locale, city.population), year: String(city.populationYear) })}</span>
      </div>
    </>
  );
}

function Goals({ sdgs }: { sdgs: ManualHeadFragment['sdgs'] }) {
  const { locale } = useSite();
  return (
    <ul className="card-goals">
      {sdgs.map(({ goal, name }) => (
        <li key={goal}>
          <a href={localPath(locale, `/sdgs/${goal}`)}>
            <span className="goal-number">{goal}</span> {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
