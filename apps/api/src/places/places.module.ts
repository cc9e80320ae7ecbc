import { Module } from '@nestjs/common';
import { PlacesQueries } from './places.queries.ts';
import { CityResolver, CountryResolver, EvidenceResolver, SdgResolver, ThemeResolver } from './places.resolver.ts';

/** Resolvers of this feature. */
export const PLACE_RESOLVERS = [ThemeResolver, SdgResolver, CityResolver, CountryResolver, EvidenceResolver];

/** Cities, countries, themes and goals: what manuals refer to. */
@Module({ providers: [PlacesQueries, ...PLACE_RESOLVERS], exports: [PlacesQueries] })
export class PlacesModule {}
