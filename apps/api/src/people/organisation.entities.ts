import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A member city, which owns manuals, or a partner organisation, which harvests them. */
@Entity({ name: 'organisation' })
@Check('organisation_kind', `kind IN ('city', 'partner')`)
export class OrganisationEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: 'city' | 'partner';

  @Column('text')
  url!: string;
}

/** Name of an organisation in a language. */
@Entity({ name: 'organisation_name' })
export class OrganisationNameEntity {
  @ForeignKey(() => OrganisationEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  id!: string;

  @PrimaryColumn('text')
  locale!: string;

  @Column('text')
  name!: string;
}
