import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { generate } from '@graphql-codegen/cli';
import { buildSchema, isEnumType, isInputObjectType, isIntrospectionType, isObjectType, isSpecifiedScalarType, isUnionType, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import codegen from '../../../../libs/api-client/codegen.ts';
import { printedSchema } from '../../src/schema.ts';
import { startTestLibrary } from '../support/test-library.ts';

const root = join(import.meta.dirname, '../../../..');
let committed: string;
beforeAll(async () => { committed = await readFile(join(root, 'libs/api-client/schema.graphql'), 'utf8'); });

/** Everything of a schema that has no description, by its path. */
function undescribed(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type)).flatMap((type) => {
    const parts: (readonly [string, { description?: string | null | undefined }])[] = [[type.name, type]];
    if (isEnumType(type)) for (const value of type.getValues()) parts.push([`${type.name}.${value.name}`, value]);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) parts.push([`${type.name}.${field.name}`, field]);
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        parts.push([`${type.name}.${field.name}`, field]);
        for (const argument of field.args) parts.push([`${type.name}.${field.name}(${argument.name})`, argument]);
      }
    }
    return parts.filter(([, part]) => !part.description?.trim()).map(([path]) => path);
  });
}

describe('the committed schema', () => {
  test('is the one of the code; "npm run generate" makes it', async () => {
    expect(await printedSchema()).toBe(committed);
  });

  test('is the one that the server answers by: no resolver was forgotten in the printing', async () => {
    const library = await startTestLibrary();
    try {
      const served = printSchema(lexicographicSortSchema(library.server.app.get(GraphQLSchemaHost).schema));
      expect(served.trim()).toBe(committed.replace(/^#.*\n\n/u, '').trim());
    } finally {
      await library.close();
    }
  });

  test('describes every type, field, argument, enum value and input field', () => {
    const schema = buildSchema(committed);
    expect(undescribed(schema)).toEqual([]);
    expect(Object.keys(schema.getTypeMap()).length).toBeGreaterThan(60);
  });

  test('the search for what has no description finds each kind', () => {
    expect(undescribed(buildSchema('type Query { a(b: I): E } input I { c: Int } enum E { D }'))).toEqual(['Query', 'Query.a', 'Query.a(b)', 'I', 'I.c', 'E', 'E.D']);
  });

  test('every list is a connection, and every connection is like the others', () => {
    const types = Object.values(buildSchema(committed).getTypeMap()).filter(isObjectType);
    for (const type of types.filter(({ name }) => name.endsWith('Connection'))) {
      const node = type.name.replace(/Connection$/u, '');
      const fields = Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]));
      expect([type.name, fields]).toEqual([type.name, expect.objectContaining({ edges: `[${node}Edge!]!`, nodes: `[${node}!]!`, pageInfo: 'PageInfo!', totalCount: 'Int!' })]);
    }
    const query = types.find(({ name }) => name === 'Query')?.getFields() ?? {};
    const plain = Object.values(query).filter(({ type }) => String(type).startsWith('[')).map(({ name }) => name);
    expect(plain).toEqual(['evidenceLevels']);
    expect(types.some((type) => isUnionType(type))).toBe(false);
  });

  test('the typed operations are those of the committed schema and documents; "npm run generate" makes them', async () => {
    const files = (await generate({ ...codegen, cwd: root, silent: true }, false)) as { filename: string; content: string }[];
    expect(files).toHaveLength(1);
    for (const { content } of files) expect(content === (await readFile(join(root, 'libs/api-client/src/generated.ts'), 'utf8'))).toBe(true);
  }, 60_000);
});
