import { Field, Float, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Name')
export class BaselineNamed { @Field(() => ID) id!: string }

@ObjectType('Block')
export class BaselineBlock {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) text!: string;
  @Field(() => String) locale!: string;
  @Field(() => String) state!: string;
}

@ObjectType('Section')
export class BaselineSection {
  @Field(() => String) kind!: string;
  @Field(() => [BaselineBlock]) blocks!: BaselineBlock[];
}

@ObjectType('Result')
export class BaselineResult {
  @Field(() => ID) id!: string;
  @Field(() => Float) value!: number;
  @Field(() => String) unit!: string;
  @Field(() => BaselineBlock) indicator!: BaselineBlock;
}

@ObjectType('Source')
export class BaselineSource {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String) url!: string;
}

@ObjectType('Manual')
export class BaselineManual {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
}

@ObjectType('Connection')
export class BaselineConnection { @Field(() => [BaselineManual]) nodes!: BaselineManual[] }

@ObjectType('Card')
export class BaselineCard { @Field(() => String) title!: string }

@ObjectType('Edition')
export class BaselineEdition {
  @Field(() => [BaselineSection]) sections!: BaselineSection[];
  @Field(() => [BaselineResult]) results!: BaselineResult[];
  @Field(() => [BaselineSource]) sources!: BaselineSource[];
}
