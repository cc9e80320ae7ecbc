import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALLOW } from '../../src/platform/access/allow.ts';
import { startTestLibrary, type TestLibrary } from '../support/test-library.ts';

/** A root field of GraphQL or a route of a controller. */
interface Door { kind: 'root field' | 'route'; name: string; method: string; holder: object; handler: object }

let library: TestLibrary;
let doors: Door[];

beforeAll(async () => {
  library = await startTestLibrary();
  doors = [...library.server.app.get(ModulesContainer).values()].flatMap((module) => [...module.providers.values(), ...module.controllers.values()]).flatMap(({ metatype }) => {
    if (typeof metatype !== 'function' || typeof metatype.prototype !== 'object') return [];
    const holder = metatype as unknown as { name: string; prototype: Record<string, object> };
    return new MetadataScanner().getAllMethodNames(holder.prototype).flatMap((method): Door[] => {
      const handler = holder.prototype[method];
      if (!handler) return [];
      const kind = Reflect.hasMetadata('path', handler) ? 'route' : ['Query', 'Mutation', 'Subscription'].includes(String(Reflect.getMetadata('graphql:resolver_type', handler))) ? 'root field' : null;
      return kind === null ? [] : [{ kind, name: `${holder.name}.${method}`, method, holder, handler }];
    });
  });
});
afterAll(() => library.close());

const forgotten = () => doors.filter(({ holder, handler }) => !Reflect.hasMetadata(ALLOW, handler) && !Reflect.hasMetadata(ALLOW, holder)).map(({ name }) => name);

/** Takes the permission from a door for a while. */
async function without<T>(target: object, work: () => Promise<T>): Promise<T> {
  const audience: unknown = Reflect.getMetadata(ALLOW, target);
  expect(audience).toBe('everyone');
  Reflect.deleteMetadata(ALLOW, target);
  try {
    return await work();
  } finally {
    Reflect.defineMetadata(ALLOW, audience, target);
  }
}

const door = (name: string): Door => {
  const found = doors.find((one) => one.name === name);
  if (!found) throw new Error(`No door ${name}.`);
  return found;
};

describe('@Allow', () => {
  test('is on every root field and on every route', () => {
    expect(forgotten()).toEqual([]);
  });

  test('the list of doors is whole: every root field of the schema, every route', () => {
    const fields = Object.keys(library.server.app.get(GraphQLSchemaHost).schema.getQueryType()?.getFields() ?? {}).sort();
    expect(doors.filter(({ kind }) => kind === 'root field').map(({ method }) => method).sort()).toEqual(fields);
    expect(doors.filter(({ kind }) => kind === 'route').map(({ name }) => name).sort()).toEqual(['HealthController.alive', 'HealthController.ready', 'KeysController.list']);
  });

  test('names each root field that lost it, and the guard refuses it without a word of its inside', async () => {
    for (const { name, method, handler } of doors.filter(({ kind }) => kind === 'root field')) await without(handler, async () => { expect([method, forgotten()]).toEqual([method, [name]]); });
    const { handler } = door('ThemeResolver.themes');
    await without(handler, async () => {
      expect(await library.server.ask('{ themes(first: 3) { totalCount } sdgs { totalCount } }')).toMatchObject({ errors: [{ message: 'You may not ask for this.', path: ['themes'], extensions: { code: 'FORBIDDEN' } }] });
    });
    expect((await library.server.ask('{ themes(first: 3) { totalCount } }')).errors).toBeUndefined();
  });

  test('names a controller that lost it, and the guard refuses its routes', async () => {
    const { holder } = door('HealthController.alive');
    await without(holder, async () => {
      expect(forgotten()).toEqual(['HealthController.alive', 'HealthController.ready']);
      expect((await library.server.fetch('/healthz')).status).toBe(403);
    });
    expect((await library.server.fetch('/healthz')).status).toBe(200);
  });

  test('every query of the schema can be asked by everyone', async () => {
    const { errors } = await library.server.ask('{ manuals(locale: en) { totalCount } manual(slug: "x") { id } version(manual: "x", number: "1.0") { id } compareVersions(manual: "x", from: "1.0", to: "1.1", locale: en) { facts { path } } themes { totalCount } theme(id: "x") { id } sdgs { totalCount } sdg(goal: 1) { goal } cities { totalCount } city(id: "x") { id } locales { totalCount } evidenceLevels { level } }');
    expect(errors).toBeUndefined();
  });
});
