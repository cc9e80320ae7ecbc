import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { GRAPHQL_LIMITS } from './platform/graphql/limits.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const source = read('apps/api/src/config.ts');
const variables = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gmu)].map(([, name]) => name ?? '');

/** Rows of the page's table of variables: name and default, as they stand there. */
const documented = new Map([...read('docs/operations.md').matchAll(/^\| `([A-Z_]+)` \| ([^|]*?) ?\| .+\|$/gmu)].map(([, name, value]) => [name, value]));

describe('docs/operations.md', () => {
  test('names every variable that config.ts reads, and no other', () => {
    expect(variables.length).toBeGreaterThan(10);
    expect(variables).toEqual(expect.arrayContaining(Object.keys(readConfig({})).filter((name) => name !== 'DATABASE_URL')));
    expect([...documented.keys()].sort()).toEqual([...variables].sort());
  });

  test('gives each default as it is', () => {
    const config: Record<string, unknown> = { ...readConfig({}) };
    for (const name of ['PORT', 'HOST', 'DATABASE_POOL', 'LOG_LEVEL', 'CACHE_BYTES']) expect([name, documented.get(name)]).toEqual([name, String(config[name])]);
    expect(config.DATA_DIR).toMatch(new RegExp(`${String(documented.get('DATA_DIR'))}$`, 'u'));
  });
});

describe('docker/', () => {
  test('hands to the server only variables that it reads', () => {
    const [, block = ''] = /environment: &environment\n((?: {4}[A-Z_]+: .*\n)+)/u.exec(read('docker/compose.yaml')) ?? [];
    const handed = [...block.matchAll(/^ {4}([A-Z_]+):/gmu)].map(([, name]) => name);
    expect(handed).toContain('SIGNING_KEY');
    expect(variables).toEqual(expect.arrayContaining(handed));
  });

  test('the example names every variable without which Compose refuses', () => {
    const required = [...read('docker/compose.yaml').matchAll(/\$\{([A-Z_]+):\?/gu)].map(([, name]) => name);
    const given = [...read('docker/.env.example').matchAll(/^([A-Z_]+)=/gmu)].map(([, name]) => name);
    expect(required).toContain('POSTGRES_PASSWORD');
    expect(given).toEqual(expect.arrayContaining(required));
  });
});

describe('docs/partners.md', () => {
  test('gives every limit of a request as it is', () => {
    const [, table = ''] = /\n## Limits\n([\s\S]*?)\n## /u.exec(read('docs/partners.md')) ?? [];
    const rows = { tokens: 'tokens', depth: 'nesting', aliases: 'aliases', cost: 'cost', bodyBytes: 'body', errors: 'errors' } satisfies Record<keyof typeof GRAPHQL_LIMITS, string>;
    for (const [limit, word] of Object.entries(rows)) {
      const [, value] = new RegExp(`^\\| ${word}[^|]*\\| ([\\d,]+)`, 'mu').exec(table) ?? [];
      expect([limit, Number(value?.replaceAll(',', ''))]).toEqual([limit, GRAPHQL_LIMITS[limit as keyof typeof GRAPHQL_LIMITS]]);
    }
  });
});
