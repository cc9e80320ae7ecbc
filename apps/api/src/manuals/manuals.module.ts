import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.ts';
import { PlacesModule } from '../places/index.ts';
import { ManualListsQueries } from './manual-lists.queries.ts';
import { ManualsQueries } from './manuals.queries.ts';
import { ManualResolver, VersionResolver } from './manuals.resolver.ts';
import { CityCountsResolver, LanguageResolver, ManualCounts, SdgCountsResolver, ThemeCountsResolver } from './subject-counts.resolver.ts';

/** Resolvers of this feature. */
export const MANUAL_RESOLVERS = [ManualResolver, VersionResolver, ThemeCountsResolver, SdgCountsResolver, CityCountsResolver, LanguageResolver];

/** Policy manuals: what only they have, and how they are browsed. */
@Module({
  imports: [PlacesModule, PeopleModule],
  providers: [ManualsQueries, ManualListsQueries, ManualCounts, ...MANUAL_RESOLVERS],
})
export class ManualsModule {}
