import type { CityQuery } from '@naru/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { formatNumber } from '../../ui/format.ts';
import { useSite } from '../../ui/site.tsx';

/** One city: what is known of it, with the source, and its manuals. `manuals` is the list, or what to do where it is empty. */
export function CityPage({ city, manuals }: { city: NonNullable<CityQuery['city']>; manuals: ReactNode }) {
  const { t } = useTranslation(['places', 'terms']);
  const { locale } = useSite();
  const { country, populationSource } = city;
  return (
    <>
      <header className="subject">
        <p className="muted small">{t('places:city.label')}</p>
        <h1>{city.name}</h1>
      </header>
      <dl className="facts">
        <div>
          <dt>{t('places:city.country')}</dt>
          <dd>{country.name}</dd>
        </div>
        <div>
          <dt>{t('places:city.region')}</dt>
          <dd>{country.regionName}</dd>
        </div>
        <div>
          <dt>{t('places:city.population')}</dt>
          <dd>
            <data value={String(city.population)}>
              {t('places:city.people', { value: formatNumber(locale, city.population), year: String(city.populationYear) })}
            </data>
            <small className="muted">
              <a href={populationSource.url} rel="external">
                {t('places:city.source', { title: populationSource.title, publisher: populationSource.publisher })}
              </a>
            </small>
          </dd>
        </div>
        <div>
          <dt>{t('places:city.size')}</dt>
          <dd>{t(`terms:size.${city.sizeClass}`)}</dd>
        </div>
        <div>
          <dt>{t('places:city.income')}</dt>
          <dd>{t(`terms:income.${country.incomeClass}`)}</dd>
        </div>
      </dl>
      <h2>{t('places:city.manuals')}</h2>
      {manuals}
    </>
  );
}

/** What a city's page says while the city has no manual. */
export function NoManualYet() {
  const { t } = useTranslation('places');
  return (
    <>
      <h3>{t('city.empty')}</h3>
      <p>{t('city.emptyNext')}</p>
    </>
  );
}
