import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A member city or a partner organisation. */
@ObjectType('Organisation', { description: 'A member city, which owns manuals, or a partner organisation, which harvests them.' })
export class OrganisationType {
  @Field(() => ID, { description: 'Stable id.' }) id!: string;
  @Field(() => String, { description: '`city` or `partner`.' }) kind!: 'city' | 'partner';
  @Field(() => String, { description: 'Address on the web.' }) url!: string;
}
