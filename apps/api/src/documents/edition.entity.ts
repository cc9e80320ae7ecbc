import type { Locale, StateCounts } from '@naru/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { EditionBody } from './edition-body.ts';
import { VersionEntity } from './version.entity.ts';

/**
 * The read model: a version in one language. Everything that reads reads editions. List fields are columns, so that a list
 * never opens a body.
 */
@Entity({ name: 'edition' })
@Index('edition_document', ['documentId', 'locale'])
export class EditionEntity {
  @ForeignKey(() => VersionEntity)
  @PrimaryColumn('uuid', { name: 'version_id' })
  versionId!: string;

  @PrimaryColumn('text')
  locale!: Locale;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  /** `library_revision` at the time of writing. */
  @Column('bigint')
  revision!: string;

  @Column('text')
  title!: string;

  /** First paragraph of the summary as plain text. */
  @Column('text')
  summary!: string;

  @Column('double precision')
  coverage!: number;

  @Column('jsonb')
  counts!: StateCounts;

  @Column('integer')
  sections!: number;

  /** Sections of which every block is in the language and up to date. */
  @Column('integer', { name: 'sections_in_language' })
  sectionsInLanguage!: number;

  /** Title and summary, folded by `fold` of libs/search, for the word filter of lists. */
  @Column('text', { name: 'folded' })
  folded!: string;

  @Column('jsonb')
  body!: EditionBody;
}
