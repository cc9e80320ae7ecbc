import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { DataSource, In } from 'typeorm';
import { BlockEntity, BlockTranslationEntity, DocumentEntity, DocumentSlugEntity, VersionEntity, VersionStatusEntity } from '../../src/documents/index.ts';
import { ResultEntity, SourceEntity } from '../../src/manuals/index.ts';
import { CityNameEntity, ThemeNameEntity } from '../../src/places/index.ts';
import { BaselineBlock, BaselineCard, BaselineConnection, BaselineEdition, BaselineManual, BaselineNamed } from './baseline.types.ts';

interface Row { id: string; slug: string; version: VersionEntity; document: DocumentEntity }

/** One loader an edge and request: each edge is one query, however many nodes ask. */
export class BaselineLoaders {
  readonly blocks: DataLoader<string, BlockEntity[]>;
  readonly titles: DataLoader<string, BlockEntity | null>;
  readonly translations: DataLoader<string, BlockTranslationEntity[]>;
  readonly titleTranslations: DataLoader<string, BlockTranslationEntity[]>;
  readonly cityNames: DataLoader<string, string>;
  readonly themeNames: DataLoader<string, string>;
  readonly results: DataLoader<string, ResultEntity[]>;
  readonly sources: DataLoader<string, SourceEntity[]>;

  constructor(database: DataSource) {
    const { manager } = database;
    const group = <T>(keys: readonly string[], rows: readonly T[], of: (row: T) => string) => keys.map((key) => rows.filter((row) => of(row) === key));
    this.blocks = new DataLoader(async (ids) => group(ids, await manager.find(BlockEntity, { where: { versionId: In([...ids]) }, order: { position: 'ASC' } }), (row) => row.versionId));
    this.titles = new DataLoader(async (ids) => {
      const rows = await manager.find(BlockEntity, { where: { versionId: In([...ids]), kind: 'title' } });
      return ids.map((id) => rows.find((row) => row.versionId === id) ?? null);
    });
    const live = { locale: 'ko', live: true } as const;
    this.translations = new DataLoader(async (ids) => group(ids, await manager.find(BlockTranslationEntity, { where: { ...live, documentId: In([...ids]) }, order: { id: 'DESC' } }), (row) => row.documentId));
    this.titleTranslations = new DataLoader(async (keys) => {
      const [documents, blocks] = [keys.map((key) => key.split(' ')[0] ?? ''), keys.map((key) => key.split(' ')[1] ?? '')];
      const rows = await manager.find(BlockTranslationEntity, { where: { ...live, documentId: In(documents), blockId: In(blocks) }, order: { id: 'DESC' } });
      return group(keys, rows, (row) => `${row.documentId} ${row.blockId}`);
    });
    const names = (entity: typeof CityNameEntity | typeof ThemeNameEntity) => new DataLoader<string, string>(async (ids) => {
      const rows = await manager.find(entity, { where: { id: In([...ids]), locale: 'ko' } });
      return ids.map((id) => rows.find((row) => row.id === id)?.name ?? id);
    });
    this.cityNames = names(CityNameEntity);
    this.themeNames = names(ThemeNameEntity);
    this.results = new DataLoader(async (ids) => group(ids, await manager.find(ResultEntity, { where: { versionId: In([...ids]) }, order: { position: 'ASC' } }), (row) => row.versionId));
    this.sources = new DataLoader(async (ids) => group(ids, await manager.find(SourceEntity, { where: { versionId: In([...ids]) }, order: { position: 'ASC' } }), (row) => row.versionId));
  }
}

function shown(block: BlockEntity, translations: readonly BlockTranslationEntity[]): BaselineBlock {
  const own = translations.filter((row) => row.blockId === block.blockId);
  const current = own.find((row) => row.fromHash === block.hash);
  const row = current ?? own[0];
  return { id: block.blockId, kind: block.kind, text: row?.text ?? block.text, locale: row ? 'ko' : 'en', state: current ? current.state : row ? 'outdated' : 'missing' };
}

/** The same questions, answered as a careful application of the usual stack would. */
@Resolver(() => BaselineManual)
export class BaselineManualResolver {
  constructor(private readonly database: DataSource) {}

  async #rows(documents: readonly { documentId: string; versionId: string }[]): Promise<Row[]> {
    const { manager } = this.database;
    const versions = await manager.findBy(VersionEntity, { id: In(documents.map((row) => row.versionId)) });
    const found = await manager.findBy(DocumentEntity, { id: In(documents.map((row) => row.documentId)) });
    const slugs = await manager.findBy(DocumentSlugEntity, { documentId: In(documents.map((row) => row.documentId)), current: true });
    return documents.flatMap(({ documentId, versionId }) => {
      const version = versions.find((row) => row.id === versionId);
      const document = found.find((row) => row.id === documentId);
      return version && document ? [{ id: documentId, slug: slugs.find((row) => row.documentId === documentId)?.slug ?? '', version, document }] : [];
    });
  }

  @Query(() => BaselineConnection)
  async manuals(@Args('first', { type: () => Int }) first: number): Promise<{ nodes: Row[] }> {
    const status = await this.database.manager.find(VersionStatusEntity, { where: { state: 'published' }, order: { since: 'DESC', documentId: 'DESC' }, take: first });
    return { nodes: await this.#rows(status) };
  }

  @Query(() => BaselineManual, { nullable: true })
  async manual(@Args('slug') slug: string): Promise<Row | null> {
    const found = await this.database.manager.findOneBy(DocumentSlugEntity, { slug });
    const status = found && (await this.database.manager.findOneBy(VersionStatusEntity, { documentId: found.documentId, state: 'published' }));
    return status ? ((await this.#rows([status]))[0] ?? null) : null;
  }

  @ResolveField(() => BaselineCard)
  async card(@Parent() { id, version }: Row, @Context('loaders') loaders: BaselineLoaders): Promise<BaselineCard> {
    const title = await loaders.titles.load(version.id);
    return { title: title ? shown(title, await loaders.titleTranslations.load(`${id} ${title.blockId}`)).text : '' };
  }

  @ResolveField(() => BaselineNamed)
  city(@Parent() { version }: Row): BaselineNamed {
    return { id: version.city };
  }

  @ResolveField(() => [BaselineNamed])
  themes(@Parent() { version }: Row): (BaselineNamed & { theme: true })[] {
    return version.themes.map((id) => ({ id, theme: true }));
  }

  @ResolveField(() => BaselineEdition)
  async edition(@Parent() { id, version }: Row, @Context('loaders') loaders: BaselineLoaders): Promise<BaselineEdition> {
    const [blocks, translations, results, sources] = await Promise.all([loaders.blocks.load(version.id), loaders.translations.load(id), loaders.results.load(version.id), loaders.sources.load(version.id)]);
    const sections = Map.groupBy(blocks, (block) => block.section);
    return {
      sections: [...sections].map(([kind, members]) => ({ kind, blocks: members.filter((block) => block.kind !== 'label' && block.kind !== 'title').map((block) => shown(block, translations)) })),
      results: results.flatMap((result) => {
        const label = blocks.find((block) => block.blockId === result.indicator);
        return label ? [{ id: result.id, value: result.value, unit: result.unit, indicator: shown(label, translations) }] : [];
      }),
      sources,
    };
  }
}

/** Names of cities and themes. */
@Resolver(() => BaselineNamed)
export class BaselineNameResolver {
  @ResolveField(() => String)
  async name(@Parent() named: BaselineNamed & { theme?: true }, @Context('loaders') loaders: BaselineLoaders): Promise<string> {
    return (named.theme ? loaders.themeNames : loaders.cityNames).load(named.id);
  }
}
