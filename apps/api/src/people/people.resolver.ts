import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Locale } from '@naru/domain';
import { DataSource } from 'typeorm';
import { LocaleEnum } from '../documents/index.ts';
import { nameOf } from '../platform/graphql/names.ts';
import { RequestContext } from '../platform/graphql/request-context.ts';
import { OrganisationType } from './people.types.ts';

/** Fields of organisations. */
@Resolver(() => OrganisationType)
export class OrganisationResolver {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  @ResolveField(() => String, { description: 'Its name.' })
  async name(@Parent() organisation: OrganisationType, @Args('locale', { type: () => LocaleEnum, description: 'Language of the name.' }) locale: Locale, @Context('request') context: RequestContext): Promise<string> {
    return nameOf(this.#database, context, { table: 'organisation_name', id: organisation.id, locale });
  }
}
