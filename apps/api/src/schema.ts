import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { MANUAL_RESOLVERS } from './manuals/index.ts';
import { PEOPLE_RESOLVERS } from './people/index.ts';
import { PLACE_RESOLVERS } from './places/index.ts';
import { describeRoot } from './platform/graphql/describe-root.ts';

const HEAD = '# The public API of Naru. Made from the code by "npm run generate"; never edited by hand.\n\n';

/** The schema as text, without a database: what `libs/api-client/schema.graphql` holds. */
export async function printedSchema(): Promise<string> {
  const app = await NestFactory.create(GraphQLSchemaBuilderModule, new FastifyAdapter(), { logger: false });
  await app.init();
  const schema = await app.get(GraphQLSchemaFactory).create([...PLACE_RESOLVERS, ...PEOPLE_RESOLVERS, ...MANUAL_RESOLVERS]);
  await app.close();
  return `${HEAD}${printSchema(lexicographicSortSchema(describeRoot(schema)))}\n`;
}
