import type { Depth, Origin, PartialDate } from '@naru/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DocumentEntity } from './document.entity.ts';

/** How a version came to be: from content files, or written on line. */
export type VersionOrigin = 'import' | 'desk';

/** State of a version. */
export type VersionState = 'draft' | 'in-review' | 'approved' | 'published' | 'superseded' | 'withdrawn';

/**
 * One state of a document's source text and facts. Once it was published the database refuses any change of the row,
 * of its blocks and of its facts.
 */
@Entity({ name: 'version' })
@Index('version_number', ['documentId', 'major', 'minor'], { unique: true })
@Check('version_origin', `origin IN ('import', 'desk')`)
@Check('version_two_pairs_of_eyes', `approver IS NULL OR approver <> author`)
export class VersionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => DocumentEntity)
  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('integer')
  major!: number;

  @Column('integer')
  minor!: number;

  @Column('text')
  origin!: VersionOrigin;

  /** Account that wrote it; null for imports. */
  @Column('uuid', { nullable: true })
  author!: string | null;

  /** Account that approved it, never the author; null for imports. */
  @Column('uuid', { nullable: true })
  approver!: string | null;

  /** What changed, for those who adopted the manual; in the source language. Null for the first version. */
  @Column('text', { name: 'change_note', nullable: true })
  changeNote!: string | null;

  @Column('text')
  depth!: Depth;

  @Column('text')
  owner!: string;

  @Column('text')
  city!: string;

  /** Ids of themes, the main one first. */
  @Column('text', { array: true })
  themes!: string[];

  /** Goals and targets as written: `11`, `11.2`. */
  @Column('text', { array: true })
  sdg!: string[];

  /** The goals that `sdg` touches. */
  @Column('integer', { name: 'sdg_goals', array: true })
  sdgGoals!: number[];

  @Column('text', { name: 'period_start' })
  periodStart!: PartialDate;

  /** Null: still in force. */
  @Column('text', { name: 'period_end', nullable: true })
  periodEnd!: PartialDate | null;

  @Column('text')
  licence!: string;

  /** Where the source text came from. */
  @Column('jsonb', { name: 'text_origin' })
  textOrigin!: Origin;

  /** Day of publication as the city gives it; `version_status.since` is when it happened here. */
  @Column('text', { name: 'published_on' })
  publishedOn!: PartialDate;

  /** Best evidence of its results, 1–5; null without results. */
  @Column('integer', { name: 'max_evidence', nullable: true })
  maxEvidence!: number | null;

  /** SHA-256 of the canonical JSON (RFC 8785), hexadecimal. */
  @Column('text')
  hash!: string;

  /** Ed25519 signature of the hash, base64url. */
  @Column('text')
  signature!: string;

  /** Names the key that signed. */
  @Column('text', { name: 'key_id' })
  keyId!: string;
}

/** What happened to a version, and when. Append-only: the database refuses updates and deletes. */
@Entity({ name: 'version_state' })
@Index('version_state_published', ['versionId'], { where: `state = 'published'` })
@Check('version_state_state', `state IN ('draft', 'in-review', 'approved', 'published', 'superseded', 'withdrawn')`)
export class VersionStateEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: string;

  @ForeignKey(() => VersionEntity)
  @Column('uuid', { name: 'version_id' })
  versionId!: string;

  @Column('text')
  state!: VersionState;

  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' })
  at!: Date;

  @Column('text', { nullable: true })
  reason!: string | null;
}

/**
 * The present state of each version; kept by a trigger on `version_state`. Its partial indexes are the laws "at most one
 * open draft" and "at most one published version" of a document.
 */
@Entity({ name: 'version_status' })
@Index('version_status_one_open', ['documentId'], { unique: true, where: `state IN ('draft', 'in-review', 'approved')` })
@Index('version_status_one_published', ['documentId'], { unique: true, where: `state = 'published'` })
@Index('version_status_newest', ['since', 'documentId'], { where: `state = 'published'` })
export class VersionStatusEntity {
  @ForeignKey(() => VersionEntity)
  @PrimaryColumn('uuid', { name: 'version_id' })
  versionId!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('text')
  state!: VersionState;

  @Column('timestamp with time zone', { precision: 3 })
  since!: Date;
}
