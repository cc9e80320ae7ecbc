import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A subject from the controlled list. */
@Entity({ name: 'theme' })
export class ThemeEntity {
  @PrimaryColumn('text')
  id!: string;

  /** Order in lists, from 0. */
  @Column('integer')
  position!: number;

  /** Name of its line icon. */
  @Column('text')
  icon!: string;
}

/** Name of a theme in a language. */
@Entity({ name: 'theme_name' })
export class ThemeNameEntity {
  @ForeignKey(() => ThemeEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  id!: string;

  @PrimaryColumn('text')
  locale!: string;

  @Column('text')
  name!: string;
}

/** One of the 17 Sustainable Development Goals. */
@Entity({ name: 'sdg' })
export class SdgEntity {
  @PrimaryColumn('integer')
  goal!: number;

  /** The UN's own identifier. */
  @Column('text')
  iri!: string;
}

/** Short title of a goal in a language. */
@Entity({ name: 'sdg_name' })
export class SdgNameEntity {
  @ForeignKey(() => SdgEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('integer')
  id!: number;

  @PrimaryColumn('text')
  locale!: string;

  @Column('text')
  name!: string;
}

/** A target of a goal; its text is that of A/RES/70/1, in English. */
@Entity({ name: 'sdg_target' })
export class SdgTargetEntity {
  @PrimaryColumn('text')
  code!: string;

  @ForeignKey(() => SdgEntity)
  @Column('integer')
  goal!: number;

  @Column('text')
  iri!: string;

  @Column('text')
  text!: string;

  @Column('integer')
  position!: number;
}

/** Name and definition of an evidence level in a language. */
@Entity({ name: 'evidence_level_name' })
export class EvidenceLevelNameEntity {
  /** Level, 1–5. */
  @PrimaryColumn('integer')
  id!: number;

  @PrimaryColumn('text')
  locale!: string;

  @Column('text')
  name!: string;

  @Column('text')
  definition!: string;
}
