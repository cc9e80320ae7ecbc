import { Module } from '@nestjs/common';
import { OrganisationsQueries } from './organisations.queries.ts';
import { OrganisationResolver } from './people.resolver.ts';

/** Resolvers of this feature. */
export const PEOPLE_RESOLVERS = [OrganisationResolver];

/** Accounts and organisations. */
@Module({ providers: [OrganisationsQueries, ...PEOPLE_RESOLVERS], exports: [OrganisationsQueries] })
export class PeopleModule {}
