import type { Locale } from '@naru/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a document is. */
export type DocumentKind = 'manual' | 'course' | 'lesson';

/** A manual, a course or a lesson: what depends neither on language nor on time. */
@Entity({ name: 'document' })
@Check('document_kind', `kind IN ('manual', 'course', 'lesson')`)
export class DocumentEntity {
  /** UUID of version 7, made once. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: DocumentKind;

  @Column('text', { name: 'source_locale' })
  sourceLocale!: Locale;

  /** Fingerprint of the content folder that it was last imported from whole; null when it never was. The same folder need not be read again. */
  @Column('text', { name: 'imported_from', nullable: true })
  importedFrom!: string | null;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}

/** An address that leads to a document. Former slugs stay and redirect for ever. */
@Entity({ name: 'document_slug' })
@Index('document_slug_current', ['documentId'], { unique: true, where: 'current' })
export class DocumentSlugEntity {
  @PrimaryColumn('text')
  slug!: string;

  @ForeignKey(() => DocumentEntity)
  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('boolean')
  current!: boolean;
}
