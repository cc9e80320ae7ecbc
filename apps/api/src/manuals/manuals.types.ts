import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { BlockKind, Depth, Direction, IncomeClass, Locale, SectionKind, SizeClass } from '@naru/domain';
import { Block, BlockKindEnum, DirectionEnum, LocaleEnum, Section, SectionKindEnum, StateCountsType, type BlockChangeKind } from '../documents/index.ts';
import { IncomeClassEnum, SizeClassEnum } from '../places/index.ts';
import { connectionOf, PageArgs } from '../platform/graphql/connection.ts';
import { defineEnum } from '../platform/graphql/enums.ts';
import { AmountType, ConditionType, LessonLearnedType, ResultType, SourceType, StaffingType, StepType } from './facts.types.ts';

/** GraphQL enum of depths. */
export const DepthEnum = defineEnum<Depth>({ name: 'Depth', description: 'How much a manual says.', values: { brief: '250 to 500 words.', manual: '700 to 1,500 words with typed facts.', toolkit: 'A manual with attachments.' } });

/** Orders of lists of manuals. */
export type ManualOrder = 'NEWEST' | 'TITLE';
/** GraphQL enum of orders. */
export const ManualOrderEnum = defineEnum<ManualOrder>({ name: 'ManualOrder', description: 'Order of a list of manuals.', values: { NEWEST: 'Newest version first.', TITLE: 'By title, in the alphabet of the list’s language.' } });

const ChangeKindEnum = defineEnum<BlockChangeKind>({
  name: 'ChangeKind', description: 'What happened to a block between two versions.',
  values: { unchanged: 'The same text at the same place.', changed: 'Another text.', added: 'Only in the newer.', removed: 'Only in the older.', moved: 'The same text at another place.' },
});
const PieceKindEnum = defineEnum<'same' | 'added' | 'removed'>({ name: 'PieceKind', description: 'What happened to a piece of text.', values: { same: 'In both.', added: 'Only in the newer.', removed: 'Only in the older.' } });

/** When a policy was in force. */
@ObjectType({ description: 'When a policy was in force.' })
export class Period {
  @Field(() => String, { description: 'Beginning: YYYY, YYYY-MM or YYYY-MM-DD.' }) start!: string;
  @Field(() => String, { nullable: true, description: 'End, likewise; null: still in force.' }) end!: string | null;
}

/** Where the source text came from. */
@ObjectType('Origin', { description: 'Where a version’s source text came from.' })
export class OriginType {
  @Field(() => String, { description: '`person` or `machine`: drafted by a machine from the cited sources.' }) kind!: 'person' | 'machine';
  @Field(() => String, { description: 'The person, or the engine.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Version of the engine; null when it was not recorded.' }) version!: string | null;
  @Field(() => String, { description: 'Day on which it was drafted.' }) at!: string;
  @Field(() => String, { nullable: true, description: 'Who of the city reviewed it; null while nobody did.' }) reviewer!: string | null;
}

/** An immutable published state of a manual. */
@ObjectType('Version', { description: 'An immutable published state of a manual. It can be cited for ever.' })
export class VersionType {
  @Field(() => ID, { description: 'UUID.' }) id!: string;
  @Field(() => String, { description: 'major.minor' }) number!: string;
  @Field(() => String, { description: '`published`, `superseded` or `withdrawn`.' }) state!: string;
  @Field(() => Boolean, { description: 'Whether it is the newest published one.' }) isCurrent!: boolean;
  @Field(() => String, { nullable: true, description: 'What changed, for those who adopted the manual; in the source language. Null for the first version.' }) changeNote!: string | null;
  @Field(() => GraphQLISODateTime, { description: 'When it was published here.' }) publishedAt!: Date;
  @Field(() => String, { description: 'Day of publication that the owner gives: YYYY-MM-DD.' }) publishedOn!: string;
  @Field(() => DepthEnum, { description: 'How much it says.' }) depth!: Depth;
  @Field(() => Period, { description: 'When the policy was in force.' }) period!: Period;
  @Field(() => String, { description: 'SPDX identifier of the licence of the text.' }) licence!: string;
  @Field(() => OriginType, { description: 'Where the source text came from.' }) origin!: OriginType;
  @Field(() => String, { description: 'SHA-256 of the canonical JSON (RFC 8785), hexadecimal.' }) hash!: string;
  @Field(() => String, { description: 'Ed25519 signature of the hash, base64url.' }) signature!: string;
  @Field(() => String, { description: 'Key that signed; public keys stand at /.well-known/naru-keys.json.' }) keyId!: string;
}

/** A policy manual. */
@ObjectType('Manual', { description: 'A policy manual: one city’s account of one policy.' })
export class ManualType {
  @Field(() => ID, { description: 'UUID, made once; part of the permanent address /id/<id>.' }) id!: string;
  @Field(() => String, { description: 'Readable part of the address. Former slugs redirect.' }) slug!: string;
  @Field(() => LocaleEnum, { description: 'Language that it was written in.' }) sourceLocale!: Locale;
  @Field(() => VersionType, { description: 'Newest published version.' }) version!: VersionType;
}

/** What a list shows of a manual. */
@ObjectType({ description: 'What a list shows of a manual in one language.' })
export class ManualCard {
  @Field(() => LocaleEnum, { description: 'Language of title and summary: the one asked for, else the source language.' }) locale!: Locale;
  @Field(() => DirectionEnum, { description: 'Direction of title and summary.' }) direction!: Direction;
  @Field(() => String, { description: 'Title, plain text.' }) title!: string;
  @Field(() => String, { description: 'First paragraph of the summary, plain text.' }) summary!: string;
  @Field(() => Float, { description: 'Share of blocks in the language asked for, 0 to 1.' }) coverage!: number;
  @Field(() => Boolean, { description: 'Whether the manual counts as being in the language asked for.' }) offered!: boolean;
  @Field(() => Int, { description: 'Sections in all.' }) sections!: number;
  @Field(() => Int, { description: 'Sections that are wholly in the language asked for and up to date.' }) sectionsInLanguage!: number;
  @Field(() => Int, { nullable: true, description: 'Best evidence of its results, 1 to 5; null without results.' }) evidence!: number | null;
  @Field(() => DepthEnum, { description: 'How much it says.' }) depth!: Depth;
  @Field(() => Int, { description: 'Year in which the policy began.' }) year!: number;
  @Field(() => Int, { nullable: true, description: 'Year in which it ended; null: still in force.' }) yearEnd!: number | null;
  @Field(() => GraphQLISODateTime, { description: 'When the newest version was published here.' }) publishedAt!: Date;
}

/** A version in one language. */
@ObjectType('Edition', { description: 'A version in one language. Blocks that it lacks fall back, and each block says which language it is in.' })
export class EditionType {
  @Field(() => ID, { description: 'Version and language.' }) id!: string;
  @Field(() => LocaleEnum, { description: 'Language that was asked for.' }) requested!: Locale;
  @Field(() => LocaleEnum, { description: 'Language that the answer really has: the one asked for when any block is in it, else the first fallback that has one, at last the source language.' }) locale!: Locale;
  @Field(() => DirectionEnum, { description: 'Direction of that language.' }) direction!: Direction;
  @Field(() => Int, { description: 'The library’s revision when the edition was written.' }) revision!: number;
  @Field(() => Float, { description: 'Share of blocks that are in `locale` and up to date, 0 to 1.' }) coverage!: number;
  @Field(() => Boolean, { description: 'Whether the version counts as being in `locale`.' }) offered!: boolean;
  @Field(() => StateCountsType, { description: 'Blocks by state.' }) counts!: StateCountsType;
  @Field(() => Block, { description: 'The title.' }) title!: Block;
  @Field(() => String, { description: 'First paragraph of the summary, plain text.' }) summary!: string;
  @Field(() => [Section], { description: 'Sections in reading order; the first is the summary.' }) sections!: Section[];
  @Field(() => [AmountType], { description: 'Sums of money.' }) amounts!: AmountType[];
  @Field(() => [StaffingType], { description: 'Staff.' }) staffing!: StaffingType[];
  @Field(() => [StepType], { description: 'Steps in order.' }) steps!: StepType[];
  @Field(() => [ConditionType], { description: 'What the policy depends on.' }) conditions!: ConditionType[];
  @Field(() => [ResultType], { description: 'Measured outcomes.' }) results!: ResultType[];
  @Field(() => [LessonLearnedType], { description: 'Limiting factors and what went wrong; never empty.' }) limits!: LessonLearnedType[];
  @Field(() => [LessonLearnedType], { description: 'What would be done differently; never empty.' }) differently!: LessonLearnedType[];
  @Field(() => [SourceType], { description: 'Sources by number.' }) sources!: SourceType[];
}

/** Which manuals a list holds. */
@InputType({ description: 'Which manuals a list holds. Values of one field are alternatives; fields narrow each other.' })
export class ManualFilter {
  @Field(() => String, { nullable: true, description: 'Words that title or summary must have, in any language of the library; at most 200 characters.' }) text?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Themes.' }) themes?: string[] | null;
  @Field(() => [Int], { nullable: true, description: 'Sustainable Development Goals.' }) sdgs?: number[] | null;
  @Field(() => [ID], { nullable: true, description: 'Cities.' }) cities?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'UN M49 codes of regions.' }) regions?: string[] | null;
  @Field(() => [SizeClassEnum], { nullable: true, description: 'Size classes of the city.' }) sizeClasses?: SizeClass[] | null;
  @Field(() => [IncomeClassEnum], { nullable: true, description: 'Income classes of the country.' }) incomeClasses?: IncomeClass[] | null;
  @Field(() => [LocaleEnum], { nullable: true, description: 'Languages in which the manual is offered.' }) languages?: Locale[] | null;
  @Field(() => [DepthEnum], { nullable: true, description: 'Depths.' }) depths?: Depth[] | null;
  @Field(() => Int, { nullable: true, description: 'Least evidence of its best result, 1 to 5.' }) minEvidence?: number | null;
  @Field(() => Int, { nullable: true, description: 'In force in this year or later.' }) periodFrom?: number | null;
  @Field(() => Int, { nullable: true, description: 'In force in this year or earlier.' }) periodTo?: number | null;
}

/** Arguments of the list of manuals. */
@ArgsType()
export class ManualsArgs extends PageArgs {
  @Field(() => LocaleEnum, { description: 'Language of the reader: it orders titles.' }) locale!: Locale;
  @Field(() => ManualFilter, { nullable: true, description: 'Which manuals; all when absent.' }) filter?: ManualFilter | null;
  @Field(() => ManualOrderEnum, { defaultValue: 'NEWEST', description: 'Order.' }) orderBy!: ManualOrder;
}

/** Which edition of a version. */
@ArgsType()
export class EditionArgs {
  @Field(() => LocaleEnum, { description: 'Language of the reader.' }) locale!: Locale;
  @Field(() => [LocaleEnum], { nullable: true, description: 'Languages to fall back to, block by block, before the source language.' }) fallback?: Locale[] | null;
}

/** Which versions to compare. */
@ArgsType()
export class CompareArgs {
  @Field(() => String, { description: 'Present or former slug of the manual.' }) manual!: string;
  @Field(() => String, { description: 'The older: major.minor' }) from!: string;
  @Field(() => String, { description: 'The newer: major.minor' }) to!: string;
  @Field(() => LocaleEnum, { description: 'Language of the reader.' }) locale!: Locale;
}

/** A value that a list can be narrowed to. */
@ObjectType({ description: 'A value that a list can be narrowed to, and how many manuals that leaves.' })
export class Facet {
  @Field(() => String, { description: 'The value, as the filter takes it.' }) value!: string;
  @Field(() => Int, { description: 'Manuals that pass all other fields of the filter and have this value.' }) count!: number;
}

/** What a list can be narrowed by. */
@ObjectType({ description: 'What a list can be narrowed by.' })
export class ManualFacets {
  @Field(() => [Facet], { description: 'Themes.' }) themes!: Facet[];
  @Field(() => [Facet], { description: 'Sustainable Development Goals.' }) sdgs!: Facet[];
  @Field(() => [Facet], { description: 'Cities.' }) cities!: Facet[];
  @Field(() => [Facet], { description: 'Regions.' }) regions!: Facet[];
  @Field(() => [Facet], { description: 'Size classes.' }) sizeClasses!: Facet[];
  @Field(() => [Facet], { description: 'Income classes.' }) incomeClasses!: Facet[];
  @Field(() => [Facet], { description: 'Languages in which manuals are offered.' }) languages!: Facet[];
  @Field(() => [Facet], { description: 'Depths.' }) depths!: Facet[];
  @Field(() => [Facet], { description: 'Evidence: each level counts the manuals that reach it.' }) evidence!: Facet[];
}

/** Page of manuals. */
@ObjectType('ManualConnection', { description: 'A page of manuals, with what it can be narrowed by.' })
export class ManualConnection extends connectionOf(ManualType, 'manuals') {
  @Field(() => ManualFacets, { description: 'What the list can be narrowed by.' }) facets!: ManualFacets;
}

/** Page of versions. */
export const VersionConnection = connectionOf(VersionType, 'versions');

/** A piece of text between two versions. */
@ObjectType({ description: 'A piece of text between two versions.' })
export class Piece {
  @Field(() => PieceKindEnum, { description: 'What happened to it.' }) kind!: 'same' | 'added' | 'removed';
  @Field(() => String, { description: 'Plain text.' }) text!: string;
}

/** What happened to a block. */
@ObjectType({ description: 'What happened to a block between two versions.' })
export class BlockChange {
  @Field(() => SectionKindEnum, { description: 'Section in the newer version; in the older where it was removed.' }) section!: SectionKind;
  @Field(() => ID, { description: 'Block id.' }) id!: string;
  @Field(() => BlockKindEnum, { description: 'What the block is.' }) kind!: BlockKind;
  @Field(() => ChangeKindEnum, { description: 'What happened.' }) change!: BlockChangeKind;
  @Field(() => LocaleEnum, { description: 'Language of the pieces.' }) locale!: Locale;
  @Field(() => [Piece], { description: 'The text in pieces, in reading order.' }) pieces!: Piece[];
}

/** A typed value that differs. */
@ObjectType({ description: 'A typed value that differs between two versions.' })
export class FactChange {
  @Field(() => String, { description: 'Where: list, id and field, as `amounts.works.value`.' }) path!: string;
  @Field(() => String, { nullable: true, description: 'Value in the older version; null where it has none.' }) from!: string | null;
  @Field(() => String, { nullable: true, description: 'Value in the newer version; null where it has none.' }) to!: string | null;
}

/** Two versions side by side. */
@ObjectType({ description: 'Two versions of a manual, block by block, in one language.' })
export class VersionComparison {
  @Field(() => VersionType, { description: 'The older.' }) from!: VersionType;
  @Field(() => VersionType, { description: 'The newer.' }) to!: VersionType;
  @Field(() => [BlockChange], { description: 'Every block in reading order, the unchanged ones too.' }) blocks!: BlockChange[];
  @Field(() => [FactChange], { description: 'Typed values that differ.' }) facts!: FactChange[];
}
