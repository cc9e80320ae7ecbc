import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Direction, IncomeClass, Locale, SizeClass } from '@naru/domain';
import { DirectionEnum, LocaleEnum } from '../documents/index.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { defineEnum } from '../platform/graphql/enums.ts';

/** GraphQL enum of size classes. */
export const SizeClassEnum = defineEnum<SizeClass>({
  name: 'SizeClass', description: 'Size class of a city by its population.',
  values: { small: 'Fewer than 200,000 people.', medium: '200,000 to 500,000.', large: '500,000 to 1.5 million.', 'very-large': '1.5 to 10 million.', mega: '10 million and more.' },
});

/** GraphQL enum of income classes. */
export const IncomeClassEnum = defineEnum<IncomeClass>({
  name: 'IncomeClass', description: 'Income class of a country, as the World Bank names it.',
  values: { low: 'Low income.', 'lower-middle': 'Lower middle income.', 'upper-middle': 'Upper middle income.', high: 'High income.' },
});

/** A subject from the controlled list. */
@ObjectType('Theme', { description: 'A subject from the controlled list. Its name and the number of its manuals are asked for with the fields below.' })
export class ThemeType {
  @Field(() => ID, { description: 'Stable id, part of the address.' }) id!: string;
  @Field(() => String, { description: 'Name of its line icon.' }) icon!: string;
}

/** A target of a goal. */
@ObjectType('SdgTarget', { description: 'A target of a Sustainable Development Goal.' })
export class SdgTargetType {
  @Field(() => ID, { description: 'Code, such as 11.2.' }) code!: string;
  @Field(() => String, { description: 'The UN’s own identifier.' }) iri!: string;
  @Field(() => String, { description: 'Text of A/RES/70/1, in English.' }) text!: string;
  @Field(() => Int, { description: 'Its goal.' }) goal!: number;
}

/** One of the 17 goals. */
@ObjectType('Sdg', { description: 'One of the 17 Sustainable Development Goals.' })
export class SdgType {
  @Field(() => Int, { description: 'Number, 1 to 17.' }) goal!: number;
  @Field(() => String, { description: 'The UN’s own identifier.' }) iri!: string;
}

/** A country. */
@ObjectType('Country', { description: 'A country. Names come from Unicode CLDR.' })
export class CountryType {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-2 code.' }) code!: string;
  @Field(() => String, { description: 'UN M49 code of the country.' }) m49!: string;
  @Field(() => String, { description: 'UN M49 code of its region.' }) region!: string;
  @Field(() => IncomeClassEnum, { description: 'Income class.' }) incomeClass!: IncomeClass;
  @Field(() => Int, { description: 'Year of the income class.' }) incomeYear!: number;
}

/** Where a city's population was read. */
@ObjectType({ description: 'Where a city’s population was read.' })
export class PlaceSource {
  @Field(() => String, { description: 'Title of the source.' }) title!: string;
  @Field(() => String, { description: 'Who published it.' }) publisher!: string;
  @Field(() => String, { description: 'Address on the web.' }) url!: string;
}

/** A city that manuals come from. */
@ObjectType('City', { description: 'A city that manuals come from.' })
export class CityType {
  @Field(() => ID, { description: 'Stable id, part of the address.' }) id!: string;
  @Field(() => CountryType, { description: 'Its country.' }) country!: CountryType;
  @Field(() => Int, { description: 'Inhabitants.' }) population!: number;
  @Field(() => Int, { description: 'Year of that figure.' }) populationYear!: number;
  @Field(() => PlaceSource, { description: 'Source of that figure.' }) populationSource!: PlaceSource;
  @Field(() => SizeClassEnum, { description: 'Size class by population.' }) sizeClass!: SizeClass;
  @Field(() => Float, { description: 'Degrees north.' }) latitude!: number;
  @Field(() => Float, { description: 'Degrees east.' }) longitude!: number;
}

/** A language of the library. */
@ObjectType('Language', { description: 'A language of the library.' })
export class LanguageType {
  @Field(() => LocaleEnum, { description: 'Its tag.' }) locale!: Locale;
  @Field(() => String, { description: 'Its name in itself.' }) endonym!: string;
  @Field(() => DirectionEnum, { description: 'Direction of its script.' }) direction!: Direction;
  @Field(() => Int, { description: 'Manuals that are offered in it.' }) manualCount!: number;
}

/** How far a result can be trusted. */
@ObjectType({ description: 'How far a result can be trusted: a level of the scale from 1, a claim, to 5, a controlled study.' })
export class EvidenceLevel {
  @Field(() => Int, { description: 'Level, 1 to 5.' }) level!: number;
}

/** Page of themes. */
export const ThemeConnection = connectionOf(ThemeType, 'themes');
/** Page of goals. */
export const SdgConnection = connectionOf(SdgType, 'goals');
/** Page of cities. */
export const CityConnection = connectionOf(CityType, 'cities');
/** Page of languages. */
export const LanguageConnection = connectionOf(LanguageType, 'languages');
