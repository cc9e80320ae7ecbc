import type { Basis, ConditionKind, EvidenceLevel, PartialDate, Phase, Recurrence, SourceKind, Weight } from '@naru/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VersionEntity } from '../documents/index.ts';

/** What every typed fact has. Words are ids of label blocks; figures are never translated. */
abstract class FactEntity {
  @ForeignKey(() => VersionEntity)
  @PrimaryColumn('uuid', { name: 'version_id' })
  versionId!: string;

  @PrimaryColumn('text')
  id!: string;

  /** Order in the manual, from 0. */
  @Column('integer')
  position!: number;

  /** Ids of the sources that it rests on. */
  @Column('text', { array: true })
  sources!: string[];
}

/** A sum of money. */
@Entity({ name: 'amount' })
@Check('amount_not_negative', 'value >= 0')
export class AmountEntity extends FactEntity {
  @Column('text')
  covers!: string;

  @Column('double precision')
  value!: number;

  /** ISO 4217. */
  @Column('text')
  currency!: string;

  @Column('integer', { name: 'price_year', nullable: true })
  priceYear!: number | null;

  @Column('text')
  recurrence!: Recurrence;

  @Column('text')
  phase!: Phase;

  /** People served; null where no source says. */
  @Column('integer', { nullable: true })
  population!: number | null;
}

/** People who did the work. */
@Entity({ name: 'staffing' })
export class StaffingEntity extends FactEntity {
  @Column('text')
  role!: string;

  /** Full-time equivalents. */
  @Column('double precision')
  fte!: number;

  @Column('text')
  phase!: Phase;
}

/** One step of the way. */
@Entity({ name: 'step' })
export class StepEntity extends FactEntity {
  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  start!: PartialDate | null;

  @Column('text', { nullable: true })
  end!: PartialDate | null;

  @Column('double precision', { name: 'duration_months', nullable: true })
  durationMonths!: number | null;
}

/** A fact about a city that the policy depends on. */
@Entity({ name: 'condition' })
export class ConditionEntity extends FactEntity {
  @Column('text')
  statement!: string;

  @Column('text', { name: 'when_missing' })
  whenMissing!: string;

  @Column('text')
  kind!: ConditionKind;

  @Column('text')
  weight!: Weight;

  @Column('text')
  basis!: Basis;

  @Column('text', { nullable: true })
  reasoning!: string | null;
}

/** A measured outcome. */
@Entity({ name: 'result' })
@Check('result_evidence', 'evidence BETWEEN 1 AND 5')
export class ResultEntity extends FactEntity {
  @Column('text')
  indicator!: string;

  @Column('text')
  unit!: string;

  @Column('double precision', { name: 'baseline_value', nullable: true })
  baselineValue!: number | null;

  @Column('text', { name: 'baseline_date', nullable: true })
  baselineDate!: PartialDate | null;

  @Column('double precision')
  value!: number;

  @Column('text')
  date!: PartialDate;

  @Column('integer')
  evidence!: EvidenceLevel;
}

/** A limiting factor, or what the city would do differently. */
@Entity({ name: 'lesson_learned' })
@Check('lesson_learned_list', `list IN ('limits', 'differently')`)
export class LessonLearnedEntity extends FactEntity {
  @PrimaryColumn('text')
  list!: 'limits' | 'differently';

  @Column('text')
  statement!: string;

  @Column('text')
  basis!: Basis;

  @Column('text', { nullable: true })
  reasoning!: string | null;
}

/** What a manual's figures rest on. */
@Entity({ name: 'source' })
export class SourceEntity {
  @ForeignKey(() => VersionEntity)
  @PrimaryColumn('uuid', { name: 'version_id' })
  versionId!: string;

  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  title!: string;

  @Column('text')
  publisher!: string;

  @Column('integer', { nullable: true })
  year!: number | null;

  @Column('text')
  url!: string;

  @Column('text')
  kind!: SourceKind;

  /** BCP 47 tag of the source's own language. */
  @Column('text')
  language!: string;

  @Column('text')
  accessed!: PartialDate;
}
