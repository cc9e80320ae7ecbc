import type { DataSource, EntityManager } from 'typeorm';
import type { Taxonomies } from '@naru/content';
import { LOCALES, sizeClassOf, type Locale } from '@naru/domain';
import { OrganisationEntity, OrganisationNameEntity } from '../people/index.ts';
import { CityEntity, CityNameEntity, CountryEntity } from './place.entities.ts';
import { EvidenceLevelNameEntity, SdgEntity, SdgNameEntity, SdgTargetEntity, ThemeEntity, ThemeNameEntity } from './subject.entities.ts';

type Named<Id> = { id: Id; names: Readonly<Record<Locale, string>> };

function nameRows<Id>(things: readonly Named<Id>[]): { id: Id; locale: Locale; name: string }[] {
  return things.flatMap(({ id, names }) => LOCALES.map((locale) => ({ id, locale, name: names[locale] })));
}

/** Upserts only what differs, so that an import of the same files does not raise the library's revision. */
async function put(tx: EntityManager, entity: new () => object, rows: object[]): Promise<void> {
  const { primaryColumns, columns } = tx.dataSource.getMetadata(entity);
  await tx
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(rows)
    .orUpdate(columns.filter((c) => !c.isPrimary).map((c) => c.databaseName), primaryColumns.map((c) => c.databaseName), { skipUpdateIfNoValuesChanged: true })
    .execute();
}

/** Brings places and taxonomies into the database, in one transaction. Idempotent. */
export async function importTaxonomies(database: DataSource, taxonomies: Taxonomies): Promise<void> {
  const { themes, sdg, evidence, countries, cities, organisations } = taxonomies;
  const goals = sdg.goals.map(({ goal, names, iri }) => ({ id: goal, names, iri }));
  await database.transaction(async (tx) => {
    await put(tx, OrganisationEntity, organisations.map(({ id, kind, url }) => ({ id, kind, url })));
    await put(tx, OrganisationNameEntity, nameRows(organisations));
    await put(tx, CountryEntity, countries.map(({ code, m49, region, income, incomeYear }) => ({ code, m49, region, incomeClass: income, incomeYear })));
    await put(tx, CityEntity, cities.map(({ id, country, population, populationYear, populationSource, latitude, longitude }) => ({ id, country, population, populationYear, populationSource, sizeClass: sizeClassOf(population), latitude, longitude })));
    await put(tx, CityNameEntity, nameRows(cities));
    await put(tx, ThemeEntity, themes.map(({ id, icon }, position) => ({ id, icon, position })));
    await put(tx, ThemeNameEntity, nameRows(themes));
    await put(tx, SdgEntity, goals.map(({ id, iri }) => ({ goal: id, iri })));
    await put(tx, SdgNameEntity, nameRows(goals));
    await put(tx, SdgTargetEntity, sdg.targets.map(({ code, iri, text }, position) => ({ code, iri, text, position, goal: Number(code.split('.')[0]) })));
    await put(tx, EvidenceLevelNameEntity, evidence.levels.flatMap(({ level, names, definitions }) => LOCALES.map((locale) => ({ id: level, locale, name: names[locale], definition: definitions[locale] }))));
  });
}
