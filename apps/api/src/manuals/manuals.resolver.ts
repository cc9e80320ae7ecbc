import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Locale } from '@naru/domain';
import { compareBlocks, compareFacts, Coverage, LocaleEnum } from '../documents/index.ts';
import { OrganisationType } from '../people/index.ts';
import { PlacesQueries, CityType, SdgTargetType, SdgType, ThemeType } from '../places/index.ts';
import { Allow } from '../platform/access/allow.ts';
import { BadInput, PageArgs, readPage, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { RequestContext } from '../platform/graphql/request-context.ts';
import { LibraryCache } from '../platform/cache/library-cache.ts';
import { ManualListsQueries } from './manual-lists.queries.ts';
import { withDate, type ManualRow, type VersionRow } from './manual-rows.ts';
import { ManualsQueries } from './manuals.queries.ts';
import { CompareArgs, EditionArgs, EditionType, ManualCard, ManualConnection, ManualsArgs, ManualType, VersionComparison, VersionConnection, VersionType, type ManualFacets } from './manuals.types.ts';
import { OrganisationsQueries } from '../people/index.ts';

const LOCALE = { type: () => LocaleEnum, description: 'Language of the reader.' };
const NUMBER = { type: () => String, description: 'major.minor' };
const SLUG = { type: () => String, description: 'Present or former slug of the manual.' };

/** Manuals. */
@Resolver(() => ManualType)
export class ManualResolver {
  constructor(
    private readonly queries: ManualsQueries,
    private readonly lists: ManualListsQueries,
    private readonly places: PlacesQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly cache: LibraryCache,
  ) {}

  @Allow('everyone')
  @Query(() => ManualConnection, { description: 'Published manuals.' })
  async manuals(@Args() args: ManualsArgs): Promise<Omit<Connection<ManualRow>, 'totalCount'> & { readonly totalCount: Promise<number>; readonly facets: Promise<ManualFacets> }> {
    const page = readPage(args, 3);
    const filter = args.filter ?? {};
    const key = JSON.stringify(filter);
    const { totalCount: _unknown, ...connection } = toConnection(await this.lists.page({ locale: args.locale, filter, orderBy: args.orderBy, page }), page, { cursor: (manual) => manual.keys, total: 0 });
    const { cache, lists } = this;
    // Counting reads every row that passes: only when a field asks for it, and once a revision of the library.
    return {
      ...connection,
      get totalCount() {
        return cache.remember(`count ${key}`, () => lists.count(filter));
      },
      get facets() {
        return cache.remember(`facets ${key}`, () => lists.facets(filter));
      },
    };
  }

  @Allow('everyone')
  @Query(() => ManualType, { nullable: true, description: 'A published manual by its slug or its id; null when there is none.' })
  async manual(
    @Args('slug', { ...SLUG, nullable: true }) slug: string | undefined,
    @Args('id', { type: () => ID, nullable: true, description: 'UUID of the manual.' }) id: string | undefined,
  ): Promise<ManualRow | null> {
    if ((slug == null) === (id == null)) throw new BadInput('Give either "slug" or "id".', ['slug', 'id']);
    return slug != null ? this.queries.bySlug(slug) : this.queries.byId(id ?? '');
  }

  @ResolveField(() => VersionType, { description: 'Newest published version.' })
  version(@Parent() manual: ManualRow): VersionRow {
    return withDate(manual.version, manual.publishedAt);
  }

  @ResolveField(() => VersionConnection, { description: 'Published and superseded versions, newest first.' })
  async versions(@Parent() manual: ManualRow, @Args() args: PageArgs): Promise<Connection<VersionRow>> {
    const wish = readPage(args, 2);
    return toConnection(await this.queries.versions(manual.id, wish), wish, { cursor: (version) => version.number.split('.'), total: await this.queries.countVersions(manual.id) });
  }

  @ResolveField(() => EditionType, { description: 'The newest version in a language.' })
  async edition(@Parent() manual: ManualRow, @Args() { locale, fallback }: EditionArgs, @Context('request') context: RequestContext): Promise<EditionType> {
    return this.queries.edition(context, { versionId: manual.version.id, sourceLocale: manual.sourceLocale, locale, fallback: fallback ?? [] });
  }

  @ResolveField(() => ManualCard, { description: 'What a list shows, in a language.' })
  async card(@Parent() manual: ManualRow, @Args('locale', LOCALE) locale: Locale, @Context('request') context: RequestContext): Promise<ManualCard> {
    return this.queries.card(context, manual, locale);
  }

  @ResolveField(() => OrganisationType, { description: 'The member city that owns it.' })
  async owner(@Parent() manual: ManualRow, @Context('request') context: RequestContext): Promise<OrganisationType | null> {
    return this.organisations.organisation(context, manual.owner);
  }

  @ResolveField(() => CityType, { description: 'The city that it tells of.' })
  async city(@Parent() manual: ManualRow, @Context('request') context: RequestContext): Promise<object | null> {
    return this.places.city(context, manual.cityId);
  }

  @ResolveField(() => [ThemeType], { description: 'Its subjects, the main one first.' })
  async themes(@Parent() manual: ManualRow, @Context('request') context: RequestContext): Promise<(ThemeType | null)[]> {
    return Promise.all(manual.themeIds.map((id) => this.places.theme(context, id)));
  }

  @ResolveField(() => [SdgType], { description: 'Sustainable Development Goals that it serves.' })
  async sdgs(@Parent() manual: ManualRow, @Context('request') context: RequestContext): Promise<(SdgType | null)[]> {
    return Promise.all(manual.sdgGoals.map((goal) => this.places.sdg(context, goal)));
  }

  @ResolveField(() => [SdgTargetType], { description: 'Targets of these goals that it serves.' })
  async sdgTargets(@Parent() manual: ManualRow, @Context('request') context: RequestContext): Promise<(SdgTargetType | null)[]> {
    return Promise.all(manual.sdg.filter((code) => code.includes('.')).map((code) => this.places.target(context, code)));
  }
}

/** Versions. */
@Resolver(() => VersionType)
export class VersionResolver {
  constructor(private readonly queries: ManualsQueries) {}

  @Allow('everyone')
  @Query(() => VersionType, { nullable: true, description: 'A public version of a manual; null when there is none.' })
  async version(@Args('manual', SLUG) slug: string, @Args('number', NUMBER) number: string): Promise<VersionRow | null> {
    const manual = await this.queries.bySlug(slug);
    return manual && this.queries.version(manual.id, number);
  }

  @Allow('everyone')
  @Query(() => VersionComparison, { nullable: true, description: 'Two versions block by block; null when one of them does not exist.' })
  async compareVersions(@Args() { manual: slug, from, to, locale }: CompareArgs, @Context('request') context: RequestContext): Promise<object | null> {
    const manual = await this.queries.bySlug(slug);
    const [older, newer] = manual ? await Promise.all([this.queries.version(manual.id, from), this.queries.version(manual.id, to)]) : [];
    if (!manual || !older || !newer) return null;
    const edition = (version: VersionRow) => this.queries.edition(context, { versionId: version.id, sourceLocale: manual.sourceLocale, locale, fallback: [] });
    const [before, after] = await Promise.all([edition(older), edition(newer)]);
    return { from: older, to: newer, blocks: compareBlocks(before, after), facts: compareFacts(before, after) };
  }

  @ResolveField(() => ManualType, { description: 'The manual.' })
  async manual(@Parent() version: VersionRow, @Context('request') context: RequestContext): Promise<ManualRow | null> {
    return this.queries.ofDocument(context, version.documentId);
  }

  @ResolveField(() => [Coverage], { description: 'How much of it there is in each language that has any.' })
  async languages(@Parent() version: VersionRow, @Context('request') context: RequestContext): Promise<Coverage[]> {
    return this.queries.coverage(context, version.id);
  }

  @ResolveField(() => EditionType, { description: 'The version in a language.' })
  async edition(@Parent() version: VersionRow, @Args() { locale, fallback }: EditionArgs, @Context('request') context: RequestContext): Promise<EditionType> {
    const manual = await this.queries.ofDocument(context, version.documentId);
    return this.queries.edition(context, { versionId: version.id, sourceLocale: manual?.sourceLocale ?? 'en', locale, fallback: fallback ?? [] });
  }
}
