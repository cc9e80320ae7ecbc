import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Locale } from '@naru/domain';
import { DataSource } from 'typeorm';
import { LocaleEnum } from '../documents/index.ts';
import { Allow } from '../platform/access/allow.ts';
import { PageArgs, readPage, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { nameOf } from '../platform/graphql/names.ts';
import { RequestContext } from '../platform/graphql/request-context.ts';
import { PlacesQueries, type CityRow } from './places.queries.ts';
import { CityConnection, CityType, CountryType, EvidenceLevel, SdgConnection, SdgTargetType, SdgType, ThemeConnection, ThemeType } from './places.types.ts';

const LOCALE = { type: () => LocaleEnum, description: 'Language of the name.' };

/** Themes. */
@Resolver(() => ThemeType)
export class ThemeResolver {
  constructor(private readonly queries: PlacesQueries, private readonly database: DataSource) {}

  @Allow('everyone')
  @Query(() => ThemeConnection, { description: 'The controlled list of subjects.' })
  async themes(@Args() args: PageArgs): Promise<Connection<ThemeType>> {
    const wish = readPage(args, 1);
    return toConnection(await this.queries.themes(wish), wish, { cursor: (theme) => [String(theme.position)], total: await this.queries.count('theme') });
  }

  @Allow('everyone')
  @Query(() => ThemeType, { nullable: true, description: 'A theme by its id; null when there is none.' })
  async theme(@Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Context('request') context: RequestContext): Promise<ThemeType | null> {
    return this.queries.theme(context, id);
  }

  @ResolveField(() => String, { description: 'Its name.' })
  async name(@Parent() theme: ThemeType, @Args('locale', LOCALE) locale: Locale, @Context('request') context: RequestContext): Promise<string> {
    return nameOf(this.database, context, { table: 'theme_name', id: theme.id, locale });
  }
}

/** Sustainable Development Goals. */
@Resolver(() => SdgType)
export class SdgResolver {
  constructor(private readonly queries: PlacesQueries, private readonly database: DataSource) {}

  @Allow('everyone')
  @Query(() => SdgConnection, { description: 'The 17 Sustainable Development Goals.' })
  async sdgs(@Args() args: PageArgs): Promise<Connection<SdgType>> {
    const wish = readPage(args, 1);
    return toConnection(await this.queries.sdgs(wish), wish, { cursor: (sdg) => [String(sdg.goal)], total: await this.queries.count('sdg') });
  }

  @Allow('everyone')
  @Query(() => SdgType, { nullable: true, description: 'A goal by its number; null when there is none.' })
  async sdg(@Args('goal', { type: () => Int, description: 'Its number, 1 to 17.' }) goal: number, @Context('request') context: RequestContext): Promise<SdgType | null> {
    return this.queries.sdg(context, goal);
  }

  @ResolveField(() => String, { description: 'Its short title.' })
  async name(@Parent() sdg: SdgType, @Args('locale', LOCALE) locale: Locale, @Context('request') context: RequestContext): Promise<string> {
    return nameOf(this.database, context, { table: 'sdg_name', id: String(sdg.goal), locale });
  }

  @ResolveField(() => [SdgTargetType], { description: 'Its targets.' })
  async targets(@Parent() sdg: SdgType, @Context('request') context: RequestContext): Promise<SdgTargetType[]> {
    return this.queries.targetsOf(context, sdg.goal);
  }
}

/** Cities. */
@Resolver(() => CityType)
export class CityResolver {
  constructor(private readonly queries: PlacesQueries, private readonly database: DataSource) {}

  @Allow('everyone')
  @Query(() => CityConnection, { description: 'Cities that manuals come from.' })
  async cities(@Args() args: PageArgs): Promise<Connection<CityRow>> {
    const wish = readPage(args, 1);
    return toConnection(await this.queries.cities(wish), wish, { cursor: (city) => [city.id], total: await this.queries.count('city') });
  }

  @Allow('everyone')
  @Query(() => CityType, { nullable: true, description: 'A city by its id; null when there is none.' })
  async city(@Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Context('request') context: RequestContext): Promise<CityRow | null> {
    return this.queries.city(context, id);
  }

  @ResolveField(() => String, { description: 'Its name.' })
  async name(@Parent() city: CityRow, @Args('locale', LOCALE) locale: Locale, @Context('request') context: RequestContext): Promise<string> {
    return nameOf(this.database, context, { table: 'city_name', id: city.id, locale });
  }

  @ResolveField(() => CountryType, { description: 'Its country.' })
  async country(@Parent() city: CityRow, @Context('request') context: RequestContext): Promise<CountryType | null> {
    return this.queries.country(context, city.country);
  }
}

/** Countries. */
@Resolver(() => CountryType)
export class CountryResolver {
  @ResolveField(() => String, { description: 'Its name.' })
  name(@Parent() country: CountryType, @Args('locale', LOCALE) locale: Locale): string {
    return regionName(locale, country.code);
  }

  @ResolveField(() => String, { description: 'Name of its region.' })
  regionName(@Parent() country: CountryType, @Args('locale', LOCALE) locale: Locale): string {
    return regionName(locale, country.region);
  }
}

function regionName(locale: Locale, code: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}

/** The scale of evidence. */
@Resolver(() => EvidenceLevel)
export class EvidenceResolver {
  constructor(private readonly queries: PlacesQueries) {}

  @Allow('everyone')
  @Query(() => [EvidenceLevel], { description: 'The scale of evidence, from 1 to 5.' })
  async evidenceLevels(): Promise<EvidenceLevel[]> {
    return this.queries.evidenceLevels();
  }

  @ResolveField(() => String, { description: 'Its name.' })
  async name(@Parent() { level }: EvidenceLevel, @Args('locale', LOCALE) locale: Locale, @Context('request') context: RequestContext): Promise<string> {
    return (await this.#words(context, level, locale)).name;
  }

  @ResolveField(() => String, { description: 'What it means.' })
  async definition(@Parent() { level }: EvidenceLevel, @Args('locale', LOCALE) locale: Locale, @Context('request') context: RequestContext): Promise<string> {
    return (await this.#words(context, level, locale)).definition;
  }

  async #words(context: RequestContext, level: number, locale: Locale): Promise<{ name: string; definition: string }> {
    const words = await context
      .loader('evidence', async (keys) => {
        const rows = await this.queries.evidenceNames();
        return keys.map((key) => rows.find((row) => `${String(row.level)} ${row.locale}` === key) ?? null);
      })
      .load(`${String(level)} ${locale}`);
    return words ?? { name: String(level), definition: '' };
  }
}
