import { Field, Float, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('BaselineName')
export class BaselineNamed { @Field(() => ID) id!: string }

@ObjectType('BaselineBlock')
export class BaselineBlock {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) text!: string;
  @Field(() => String) locale!: string;
  @Field(() => String) state!: string;
}

@ObjectType('BaselineSection')
export class BaselineSection {
  @Field(() => String) kind!: string;
  @Field(() => [BaselineBlock]) blocks!: BaselineBlock[];
}

@ObjectType('BaselineResult')
export class BaselineResult {
  @Field(() => ID) id!: string;
  @Field(() => Float) value!: number;
  @Field(() => String) unit!: string;
  @Field(() => BaselineBlock) indicator!: BaselineBlock;
}

@ObjectType('BaselineSource')
export class BaselineSource {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String) url!: string;
}

@ObjectType('BaselineManual')
export class BaselineManual {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
}

@ObjectType('BaselineConnection')
export class BaselineConnection { @Field(() => [BaselineManual]) nodes!: BaselineManual[] }

@ObjectType('BaselineCard')
export class BaselineCard { @Field(() => String) title!: string }

@ObjectType('BaselineEdition')
export class BaselineEdition {
  @Field(() => [BaselineSection]) sections!: BaselineSection[];
  @Field(() => [BaselineResult]) results!: BaselineResult[];
  @Field(() => [BaselineSource]) sources!: BaselineSource[];
}
