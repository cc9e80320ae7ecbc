import type { BlockKind, Locale, SectionKind, StoredState } from '@naru/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DocumentEntity } from './document.entity.ts';
import { VersionEntity } from './version.entity.ts';

/** The smallest translated unit of a version's source text. */
@Entity({ name: 'block' })
@Index('block_position', ['versionId', 'position'], { unique: true })
export class BlockEntity {
  @ForeignKey(() => VersionEntity)
  @PrimaryColumn('uuid', { name: 'version_id' })
  versionId!: string;

  /** Stable over versions and languages. */
  @PrimaryColumn('text', { name: 'block_id' })
  blockId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  section!: SectionKind;

  @Column('text')
  kind!: BlockKind;

  /** Of a list item: nesting from 0; null for other blocks. */
  @Column('integer', { name: 'item_depth', nullable: true })
  itemDepth!: number | null;

  @Column('boolean', { name: 'item_ordered', nullable: true })
  itemOrdered!: boolean | null;

  /** Whether the item opens its list. */
  @Column('boolean', { name: 'item_first', nullable: true })
  itemFirst!: boolean | null;

  /** Markdown without list marker and id. */
  @Column('text')
  text!: string;

  /** `blockHash` of the text. */
  @Column('text')
  hash!: string;
}

/**
 * A translation of one block, made from the source text with the hash `fromHash`. Append-only: a better one is a new row, and
 * of each (document, block, language, hash) at most one is live. It belongs to the document, so it outlives versions for as long as its block's text does.
 */
@Entity({ name: 'block_translation' })
@Index('block_translation_live', ['documentId', 'locale', 'blockId', 'fromHash'], { unique: true, where: 'live' })
@Check('block_translation_state', `state IN ('machine', 'draft', 'translated', 'reviewed')`)
@Check('block_translation_no_live_draft', `NOT (live AND state = 'draft')`)
@Check('block_translation_entered_by', `entered_by IN ('import', 'desk')`)
export class BlockTranslationEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: string;

  @ForeignKey(() => DocumentEntity)
  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('text', { name: 'block_id' })
  blockId!: string;

  @Column('text')
  locale!: Locale;

  @Column('text', { name: 'from_hash' })
  fromHash!: string;

  @Column('text')
  text!: string;

  @Column('text')
  state!: StoredState;

  @Column('text', { name: 'origin_kind' })
  originKind!: 'person' | 'machine';

  @Column('text', { name: 'origin_name' })
  originName!: string;

  @Column('text', { name: 'origin_version', nullable: true })
  originVersion!: string | null;

  @Column('text', { nullable: true })
  reviewer!: string | null;

  /** Day on which it was made: YYYY-MM-DD. */
  @Column('text', { name: 'made_on' })
  madeOn!: string;

  @Column('text', { name: 'entered_by' })
  enteredBy!: 'import' | 'desk';

  @Column('boolean')
  live!: boolean;
}
