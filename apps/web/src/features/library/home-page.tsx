import type { HomeQuery } from '@naru/api-client';
import { directionOf, LOCALES } from '@naru/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Icon } from '../../ui/icon.tsx';
import { localPath, useSite } from '../../ui/site.tsx';
import { SearchForm } from './search-form.tsx';
import { ThemeTiles } from './theme-tiles.tsx';
import { Wake } from './wake.tsx';

/** The start page: one sentence, one search box, themes, the latest manuals, languages. `latest` is the list of manuals. */
export function HomePage({ data, latest }: { data: HomeQuery; latest: ReactNode }) {
  const { t } = useTranslation('library');
  const { locale } = useSite();
  const { manuals, themes, locales, cities } = data;
  return (
    <>
      <section className="hero">
        <div className="hero-text">
          <h1>{t('home.title')}</h1>
          <p className="lead">{t('home.lead')}</p>
          <SearchForm words={{ label: t('home.search'), hint: t('home.hint'), submit: t('home.submit') }} />
        </div>
        <Wake />
      </section>
      <section aria-labelledby="themes">
        <h2 id="themes">{t('home.themes')}</h2>
        <ThemeTiles themes={themes.nodes} />
      </section>
      {manuals.nodes.length > 0 ? (
        <section aria-labelledby="latest">
          <h2 id="latest">{t('home.latest')}</h2>
          {latest}
          <p className="onward">
            <a className="button quiet" href={localPath(locale, '/manuals')}>
              {t('home.all')}
              <Icon name="arrow-right" size={18} className="flip" />
            </a>
            <span className="muted small">{t('home.holdings', { count: manuals.totalCount, languages: LOCALES.length })}</span>
          </p>
        </section>
      ) : null}
      <section aria-labelledby="languages">
        <h2 id="languages">{t('home.languages')}</h2>
        <ul className="tiles">
          {locales.nodes.map((language) => (
            <li key={language.locale}>
              <a className="tile" href={localPath(language.locale, '/')} hrefLang={language.locale}>
                <span lang={language.locale} dir={directionOf(language.locale)}>
                  {language.endonym}
                </span>
                <span className="count">{t('count', { count: language.manualCount })}</span>
              </a>
            </li>
          ))}
        </ul>
        <p className="small muted prose">{t('home.languagesNote')}</p>
      </section>
      <div className="pair">
        {cities.nodes.length > 0 ? (
          <section aria-labelledby="cities">
            <h2 id="cities">{t('home.cities')}</h2>
            <ul className="tiles">
              {cities.nodes.map((city) => (
                <li key={city.id}>
                  <a className="tile" href={localPath(locale, `/cities/${city.id}`)}>
                    <Icon name="map-pin" />
                    <span>{city.name}</span>
                    <span className="count">{t('count', { count: city.manualCount })}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section aria-labelledby="how">
          <h2 id="how">{t('home.how')}</h2>
          <p>{t('home.howNote')}</p>
          <p>
            <a href={`${localPath(locale, '/about')}#read`}>{t('home.how')}</a>
          </p>
        </section>
      </div>
    </>
  );
}
