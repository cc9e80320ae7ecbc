import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { LOCALES, type BlockKind, type BlockState, type Direction, type Locale, type SectionKind } from '@naru/domain';
import { defineEnum } from '../platform/graphql/enums.ts';
import type { EditionBlock, EditionSection } from './edition-body.ts';

const names = new Intl.DisplayNames('en', { type: 'language' });

/** GraphQL enum of the library's languages. */
export const LocaleEnum = defineEnum({
  name: 'Locale',
  description: 'A language of the library, as a BCP 47 tag.',
  values: Object.fromEntries(LOCALES.map((locale) => [locale, locale === 'zh' ? 'Chinese, Simplified' : (names.of(locale) ?? locale)])) as Record<Locale, string>,
});

/** GraphQL enum of directions. */
export const DirectionEnum = defineEnum<Direction>({ name: 'Direction', description: 'Direction of a script.', values: { ltr: 'Left to right.', rtl: 'Right to left.' } });

/** GraphQL enum of section kinds. */
export const SectionKindEnum = defineEnum<SectionKind>({
  name: 'SectionKind',
  description: 'What a section answers.',
  values: {
    summary: 'What was done, for whom, what came of it.', problem: 'What made the city act.', context: 'Law, money, institutions and geography that made it possible.',
    solution: 'What it is and how it works.', actors: 'Who did what.', steps: 'The order of work.', costs: 'Money, and who paid.', results: 'What was measured, and by whom.',
    limits: 'What went wrong, who lost, criticism.', differently: 'What would be done differently.', transfer: 'Conditions to check before carrying it over.', today: 'What became of it.',
  },
});

/** GraphQL enum of block kinds. */
export const BlockKindEnum = defineEnum<BlockKind>({
  name: 'BlockKind',
  description: 'What a block is.',
  values: { title: 'The title.', paragraph: 'A paragraph.', heading: 'A heading inside a section.', item: 'One list item.', table: 'A whole table.', caption: 'The caption of the table that follows.', label: 'A word of a typed fact.' },
});

/** GraphQL enum of block states. */
export const BlockStateEnum = defineEnum<BlockState>({
  name: 'BlockState',
  description: 'State of a block in a language. Outdated and missing are derived by comparing hashes at the time of publishing.',
  values: {
    source: 'The text is in its source language.', machine: 'Translated by a machine, read by no person.', translated: 'Translated by a person.', reviewed: 'Reviewed by a second person.',
    outdated: 'The source text changed since it was translated; the old translation is shown.', missing: 'Not translated; the source text is shown.',
  },
});

/** Of a list item: its place. */
@ObjectType({ description: 'Place of a list item.' })
export class ListItem {
  @Field(() => Int, { description: 'Nesting, from 0.' })
  depth!: number;

  @Field(() => Boolean, { description: 'Whether the list is numbered.' })
  ordered!: boolean;

  @Field(() => Boolean, { description: 'Whether the item opens its list.' })
  first!: boolean;
}

/** Where a translated block came from. */
@ObjectType({ description: 'Where a translated block came from.' })
export class BlockOrigin {
  @Field(() => String, { description: '`person` or `machine`.' })
  kind!: 'person' | 'machine';

  @Field(() => String, { description: 'The person, or the engine.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Version of the engine; null when it was not recorded.' })
  version!: string | null;

  @Field(() => String, { nullable: true, description: 'Who reviewed it; null while nobody did.' })
  reviewer!: string | null;

  @Field(() => String, { description: 'Day on which it was made: YYYY-MM-DD.' })
  at!: string;
}

/** The smallest translated unit. */
@ObjectType({ description: 'The smallest translated unit: a paragraph, heading, list item, table, caption or word of a fact.' })
export class Block implements EditionBlock {
  @Field(() => ID, { description: 'Stable over versions and languages; the anchor on the page.' })
  id!: string;

  @Field(() => BlockKindEnum, { description: 'What it is.' })
  kind!: BlockKind;

  @Field(() => String, { description: 'Text that is shown, as Markdown; citations as `[@source-id]`.' })
  text!: string;

  @Field(() => String, { description: 'Text that is shown, as sanitised HTML; a citation is a link of class `cite` to `#source-<id>`.' })
  html!: string;

  @Field(() => LocaleEnum, { description: 'Language of the text that is shown.' })
  locale!: Locale;

  @Field(() => DirectionEnum, { description: 'Direction of the text that is shown.' })
  direction!: Direction;

  @Field(() => BlockStateEnum, { description: 'State of the block in the edition’s language.' })
  state!: BlockState;

  @Field(() => ListItem, { nullable: true, description: 'Of a list item: its place. Null for other blocks.' })
  item!: ListItem | null;

  @Field(() => BlockOrigin, { nullable: true, description: 'Where the translation came from. Null for source text and missing blocks.' })
  origin!: BlockOrigin | null;

  @Field(() => String, { nullable: true, description: 'Hash of the source text that the translation was made from. Null for source text and missing blocks.' })
  fromHash!: string | null;

  @Field(() => String, { nullable: true, description: 'The present source text as HTML, where the block is outdated. Null otherwise.' })
  sourceHtml!: string | null;
}

/** A typed part of a manual. */
@ObjectType({ description: 'A typed part of a manual: its prose. The words of typed facts stand with the facts.' })
export class Section implements EditionSection {
  @Field(() => SectionKindEnum, { description: 'Kind, key and anchor of the section.' })
  kind!: SectionKind;

  @Field(() => String, { description: 'Hash of the section’s ordered source blocks, labels included.' })
  hash!: string;

  @Field(() => [Block], { description: 'Blocks in their order.' })
  blocks!: Block[];
}

/** How many blocks are in which state. */
@ObjectType('StateCounts', { description: 'How many blocks are in which state in a language.' })
export class StateCountsType implements Record<BlockState, number> {
  @Field(() => Int, { description: 'In the source language.' }) source!: number;
  @Field(() => Int, { description: 'Translated by a machine.' }) machine!: number;
  @Field(() => Int, { description: 'Translated by a person.' }) translated!: number;
  @Field(() => Int, { description: 'Reviewed by a second person.' }) reviewed!: number;
  @Field(() => Int, { description: 'Made from a text that changed since.' }) outdated!: number;
  @Field(() => Int, { description: 'Not translated.' }) missing!: number;
}

/** A version in one language, as a list of languages shows it. */
@ObjectType({ description: 'How much of a version there is in one language.' })
export class Coverage {
  @Field(() => LocaleEnum, { description: 'The language.' }) locale!: Locale;
  @Field(() => Float, { description: 'Share of blocks that are in the language and up to date, 0 to 1.' }) coverage!: number;
  @Field(() => Boolean, { description: 'Whether the version counts as being in the language: coverage of at least 0.8.' }) offered!: boolean;
  @Field(() => StateCountsType, { description: 'Blocks by state.' }) counts!: StateCountsType;
  @Field(() => String, { description: 'Title in the language; in the source language where it is missing.' }) title!: string;
}

