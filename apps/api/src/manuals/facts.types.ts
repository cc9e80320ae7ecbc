import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Basis, ConditionKind, Phase, Recurrence, SourceKind, Weight } from '@naru/domain';
import { Block } from '../documents/index.ts';
import { defineEnum } from '../platform/graphql/enums.ts';

const BasisEnum = defineEnum<Basis>({ name: 'Basis', description: 'On what a judgement rests.', values: { city: 'The city said so.', source: 'Another source says so.', editorial: 'The editors reasoned it; `reasoning` says how.', unknown: 'No source says.' } });
const RecurrenceEnum = defineEnum<Recurrence>({ name: 'Recurrence', description: 'Whether money is paid once or every year.', values: { 'one-off': 'Once.', yearly: 'Every year.' } });
const PhaseEnum = defineEnum<Phase>({ name: 'Phase', description: 'Whether a figure was planned or measured.', values: { planned: 'Planned beforehand.', actual: 'Measured afterwards.' } });
const ConditionKindEnum = defineEnum<ConditionKind>({
  name: 'ConditionKind', description: 'What kind of fact about a city a policy depends on.',
  values: { legal: 'Law and powers.', financial: 'Money.', technical: 'Systems and skills.', organisational: 'Institutions.', political: 'Support and mandate.', social: 'People and habits.', physical: 'Land, climate and works.' },
});
const WeightEnum = defineEnum<Weight>({ name: 'Weight', description: 'How much a condition weighs.', values: { essential: 'The policy fails without it.', helpful: 'The policy works better with it.' } });
const SourceKindEnum = defineEnum<SourceKind>({
  name: 'SourceKind', description: 'Who speaks in a source.',
  values: { official: 'The city or another public body.', 'international-body': 'An international organisation.', research: 'Researchers.', press: 'A newspaper or agency.', encyclopedia: 'An encyclopedia.', copy: 'A copy or a blog of another text.', other: 'Another page.' },
});
const SOURCES = { description: 'Ids of the sources that it rests on.' };

/** A sum of money. */
@ObjectType('Amount', { description: 'A sum of money. Never converted.' })
export class AmountType {
  @Field(() => ID, { description: 'Id within the manual.' }) id!: string;
  @Field(() => Block, { description: 'What it covers.' }) covers!: Block;
  @Field(() => Float, { description: 'The sum, in units of the currency.' }) value!: number;
  @Field(() => String, { description: 'ISO 4217 code.' }) currency!: string;
  @Field(() => Int, { nullable: true, description: 'Year of the prices; null where no source says.' }) priceYear!: number | null;
  @Field(() => RecurrenceEnum, { description: 'Once, or every year.' }) recurrence!: Recurrence;
  @Field(() => PhaseEnum, { description: 'Planned or measured.' }) phase!: Phase;
  @Field(() => Int, { nullable: true, description: 'People that it served; null where no source says.' }) population!: number | null;
  @Field(() => [ID], SOURCES) sources!: string[];
}

/** People who did the work. */
@ObjectType('Staffing', { description: 'People who did the work.' })
export class StaffingType {
  @Field(() => ID, { description: 'Id within the manual.' }) id!: string;
  @Field(() => Block, { description: 'Their role.' }) role!: Block;
  @Field(() => Float, { description: 'Full-time equivalents.' }) fte!: number;
  @Field(() => PhaseEnum, { description: 'Planned or measured.' }) phase!: Phase;
  @Field(() => [ID], SOURCES) sources!: string[];
}

/** One step of the way. */
@ObjectType('Step', { description: 'One step of the way, in order.' })
export class StepType {
  @Field(() => ID, { description: 'Id within the manual.' }) id!: string;
  @Field(() => Block, { description: 'What was done.' }) title!: Block;
  @Field(() => String, { nullable: true, description: 'Beginning: YYYY, YYYY-MM or YYYY-MM-DD; null where no source says.' }) start!: string | null;
  @Field(() => String, { nullable: true, description: 'End, likewise.' }) end!: string | null;
  @Field(() => Float, { nullable: true, description: 'Duration in months; null where no source says.' }) durationMonths!: number | null;
  @Field(() => [ID], SOURCES) sources!: string[];
}

/** A fact about a city that the policy depends on. */
@ObjectType('Condition', { description: 'A fact about a city that the policy depends on.' })
export class ConditionType {
  @Field(() => ID, { description: 'Id within the manual.' }) id!: string;
  @Field(() => Block, { description: 'What must hold.' }) statement!: Block;
  @Field(() => Block, { description: 'What to do when it is missing.' }) whenMissing!: Block;
  @Field(() => ConditionKindEnum, { description: 'What kind of fact it is.' }) kind!: ConditionKind;
  @Field(() => WeightEnum, { description: 'How much it weighs.' }) weight!: Weight;
  @Field(() => BasisEnum, { description: 'On what the judgement rests.' }) basis!: Basis;
  @Field(() => Block, { nullable: true, description: 'The editors’ reasoning, where the basis is editorial.' }) reasoning!: Block | null;
  @Field(() => [ID], SOURCES) sources!: string[];
}

/** Value before the policy. */
@ObjectType({ description: 'Value before the policy.' })
export class Baseline {
  @Field(() => Float, { description: 'In the result’s unit.' }) value!: number;
  @Field(() => String, { description: 'YYYY, YYYY-MM or YYYY-MM-DD.' }) date!: string;
}

/** A measured outcome. */
@ObjectType('Result', { description: 'A measured outcome.' })
export class ResultType {
  @Field(() => ID, { description: 'Id within the manual.' }) id!: string;
  @Field(() => Block, { description: 'What was measured.' }) indicator!: Block;
  @Field(() => String, { description: 'Unit: a code of Naru’s list, such as `percent` or `t-per-day`, or an ISO 4217 code.' }) unit!: string;
  @Field(() => Baseline, { nullable: true, description: 'Value before; null where no source says.' }) baseline!: Baseline | null;
  @Field(() => Float, { description: 'Value measured.' }) value!: number;
  @Field(() => String, { description: 'When: YYYY, YYYY-MM or YYYY-MM-DD.' }) date!: string;
  @Field(() => Int, { description: 'Evidence level, 1 to 5; see `evidenceLevels`.' }) evidence!: number;
  @Field(() => [ID], SOURCES) sources!: string[];
}

/** A limiting factor, or what would be done differently. */
@ObjectType('LessonLearned', { description: 'A limiting factor, or what would be done differently.' })
export class LessonLearnedType {
  @Field(() => ID, { description: 'Id within the manual.' }) id!: string;
  @Field(() => Block, { description: 'What it is.' }) statement!: Block;
  @Field(() => BasisEnum, { description: 'On what the judgement rests.' }) basis!: Basis;
  @Field(() => Block, { nullable: true, description: 'The editors’ reasoning, where the basis is editorial.' }) reasoning!: Block | null;
  @Field(() => [ID], SOURCES) sources!: string[];
}

/** What a figure rests on. */
@ObjectType('Source', { description: 'What a figure rests on. Titles are not translated.' })
export class SourceType {
  @Field(() => ID, { description: 'Id within the manual; the anchor is `source-<id>`.' }) id!: string;
  @Field(() => Int, { description: 'Number in the manual, from 1; citations show it.' }) number!: number;
  @Field(() => String, { description: 'Title in the source’s own language.' }) title!: string;
  @Field(() => String, { description: 'Who published it.' }) publisher!: string;
  @Field(() => Int, { nullable: true, description: 'Year of publication; null where it has none.' }) year!: number | null;
  @Field(() => String, { description: 'Address on the web.' }) url!: string;
  @Field(() => SourceKindEnum, { description: 'Who speaks in it.' }) kind!: SourceKind;
  @Field(() => String, { description: 'BCP 47 tag of its language.' }) language!: string;
  @Field(() => String, { description: 'When it was read: YYYY-MM or YYYY-MM-DD.' }) accessed!: string;
}
