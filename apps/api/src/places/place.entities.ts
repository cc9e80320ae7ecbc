import type { IncomeClass, SizeClass } from '@naru/domain';

import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A country; its names come from CLDR, by code. */
@Entity({ name: 'country' })
export class CountryEntity {
  /** ISO 3166-1 alpha-2. */
  @PrimaryColumn('text')
  code!: string;

  /** UN M49 code of the country. */
  @Column('text')
  m49!: string;

  /** UN M49 code of its region. */
  @Column('text')
  region!: string;

  /** World Bank, in `incomeYear`. */
  @Column('text', { name: 'income_class' })
  incomeClass!: IncomeClass;

  @Column('integer', { name: 'income_year' })
  incomeYear!: number;
}

/** A city that manuals come from. */
@Entity({ name: 'city' })
export class CityEntity {
  @PrimaryColumn('text')
  id!: string;

  @ForeignKey(() => CountryEntity)
  @Column('text')
  country!: string;

  @Column('integer')
  population!: number;

  @Column('integer', { name: 'population_year' })
  populationYear!: number;

  @Column('jsonb', { name: 'population_source' })
  populationSource!: { title: string; publisher: string; url: string };

  @Column('text', { name: 'size_class' })
  sizeClass!: SizeClass;

  @Column('double precision')
  latitude!: number;

  @Column('double precision')
  longitude!: number;
}

/** Name of a city in a language. */
@Entity({ name: 'city_name' })
export class CityNameEntity {
  @ForeignKey(() => CityEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  id!: string;

  @PrimaryColumn('text')
  locale!: string;

  @Column('text')
  name!: string;
}
