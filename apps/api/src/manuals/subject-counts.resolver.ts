import { Injectable } from '@nestjs/common';
import { Int, Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { directionOf, ENDONYMS, LOCALES } from '@naru/domain';
import { CityType, LanguageConnection, LanguageType, SdgType, ThemeType } from '../places/index.ts';
import { Allow } from '../platform/access/allow.ts';
import { LibraryCache } from '../platform/cache/library-cache.ts';
import { BadInput, PageArgs, readPage, toConnection, type Connection } from '../platform/graphql/connection.ts';
import type { FacetName } from './manual-filter.sql.ts';
import { ManualListsQueries } from './manual-lists.queries.ts';

const COUNT = { description: 'Published manuals of it.' };

/** Counts of published manuals, once a revision of the library. */
@Injectable()
export class ManualCounts {
  constructor(private readonly lists: ManualListsQueries, private readonly cache: LibraryCache) {}

  /** How many published manuals have this value of a facet. */
  async of(facet: FacetName, value: string): Promise<number> {
    const counts = await this.cache.remember(`counts ${facet}`, () => this.lists.counts(facet));
    return counts.get(value) ?? 0;
  }
}

/** Manuals of a theme. */
@Resolver(() => ThemeType)
export class ThemeCountsResolver {
  constructor(private readonly counts: ManualCounts) {}

  @ResolveField(() => Int, COUNT)
  async manualCount(@Parent() theme: ThemeType): Promise<number> {
    return this.counts.of('themes', theme.id);
  }
}

/** Manuals of a goal. */
@Resolver(() => SdgType)
export class SdgCountsResolver {
  constructor(private readonly counts: ManualCounts) {}

  @ResolveField(() => Int, COUNT)
  async manualCount(@Parent() sdg: SdgType): Promise<number> {
    return this.counts.of('sdgs', String(sdg.goal));
  }
}

/** Manuals of a city. */
@Resolver(() => CityType)
export class CityCountsResolver {
  constructor(private readonly counts: ManualCounts) {}

  @ResolveField(() => Int, COUNT)
  async manualCount(@Parent() city: { id: string }): Promise<number> {
    return this.counts.of('cities', city.id);
  }
}

/** The library's languages. */
@Resolver(() => LanguageType)
export class LanguageResolver {
  constructor(private readonly counts: ManualCounts) {}

  @Allow('everyone')
  @Query(() => LanguageConnection, { description: 'The languages of the library.' })
  locales(@Args() args: PageArgs): Connection<Omit<LanguageType, 'manualCount'>> {
    const wish = readPage(args, 1);
    const start = wish.after === null ? 0 : LOCALES.findIndex((locale) => locale === wish.after?.[0]) + 1;
    if (wish.after !== null && start === 0) throw new BadInput('"after" is no cursor of this list. Use the endCursor of the page before.', ['after']);
    const rows = LOCALES.slice(start, start + wish.first + 1).map((locale) => ({ locale, endonym: ENDONYMS[locale], direction: directionOf(locale) }));
    return toConnection(rows, wish, { cursor: (language) => [language.locale], total: LOCALES.length });
  }

  @ResolveField(() => Int, { description: 'Manuals that are offered in it.' })
  async manualCount(@Parent() language: LanguageType): Promise<number> {
    return this.counts.of('languages', language.locale);
  }
}
