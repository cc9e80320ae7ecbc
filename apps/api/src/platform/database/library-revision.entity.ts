import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: a counter that rises in every transaction that changes what the public sees. Triggers keep it; caches are keyed by it. */
@Entity({ name: 'library_revision' })
@Check('library_revision_one_row', 'id')
export class LibraryRevisionEntity {
  @PrimaryColumn('boolean')
  id!: boolean;

  @Column('bigint')
  revision!: string;
}
