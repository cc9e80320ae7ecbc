import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { formatYaml, parseYaml } from './yaml-file.ts';

const read = (source: string, schema: z.ZodType = z.unknown()) => parseYaml(source, 'm.yaml', schema);
const faults = (source: string, schema?: z.ZodType) => read(source, schema).problems.map(({ code, line }) => [code, line]);

describe('a YAML file is refused', () => {
  test.each<[string, string, string, number]>([
    ['with an anchor and its alias', 'a: &x 1\nb: *x\n', 'yaml-alias', 1],
    ['with an anchor that nothing uses', 'a: 1\nb: &x [1]\n', 'yaml-alias', 2],
    ['with an alias of nothing', 'a: *x\n', 'yaml-alias', 1],
    ['with a comment on its first line', '# why\na: 1\n', 'yaml-comment', 2],
    ['with a comment behind a value', 'b: 2\na: 1 # why\n', 'yaml-comment', 2],
    ['with a comment between lines', 'a:\n  # why\n  b: 1\n', 'yaml-comment', 3],
    ['with a comment inside brackets', 'a: [1, # why\n  2]\n', 'yaml-comment', 1],
    ['with a comment at its end', 'a: 1\n# why\n', 'yaml-comment', 1],
    ['with a key twice', 'a: 1\nb: 2\na: 3\n', 'yaml-syntax', 3],
    ['with a key twice, deeper', 'x:\n  a: 1\n  a: 2\n', 'yaml-syntax', 3],
    ['that is two documents', 'a: 1\n---\nb: 1\n', 'yaml-syntax', 2],
    ['that is broken', 'a: [1\n', 'yaml-syntax', 2],
  ])('%s', (...[, source, code, line]) => {
    expect(faults(source)).toEqual([[code, line]]);
    expect(read(source).value).toBeNull();
  });

  test('that would unfold a billion laughs, before anything unfolds', () => {
    const laughs = ['a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]', ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[i] ?? ''}`).join(', ')}]`)];
    expect(faults(laughs.join('\n'))).toEqual([['yaml-alias', 1]]);
  });

  test.each<[string, string]>([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(50_000)],
    ['dashes', `${'- '.repeat(100_000)}a`],
    ['question marks', `${'? '.repeat(100_000)}a`],
    ['colons', `${': '.repeat(10_000)}a`],
    ['marks of every kind', `${'? - : '.repeat(30_000)}a`],
    ['indentation', Array.from({ length: 500 }, (_, i) => `${'  '.repeat(i)}a:`).join('\n')],
  ])('that nests by %s, at once', (_, source) => {
    const started = performance.now();
    expect(faults(source)).toEqual([['yaml-too-deep', 1]]);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test.each([['line feeds', '\n'.repeat(LIMITS.fileBytes)], ['lines', 'a\n'.repeat(LIMITS.fileBytes / 2)]])('or read, but never throws, for as many %s as a file may have', (_, source) => {
    expect(() => read(source, z.string())).not.toThrow();
  });

  test('not for the greatest depth allowed', () => {
    const deep = (n: number) => `${'['.repeat(n)}1${']'.repeat(n)}`;
    expect(faults(`a: ${deep(LIMITS.yamlDepth)}`)).toEqual([]);
    expect(faults(`a: ${deep(LIMITS.yamlDepth + 1)}`)).toEqual([['yaml-too-deep', 1]]);
    expect(faults(Array.from({ length: 12 }, (_, i) => `${'  '.repeat(i)}a:`).join('\n'))).toEqual([]);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', '<<'])('with the key %s, and nothing inherits from it', (key) => {
    const schema = z.strictObject({ a: z.strictObject({ x: z.number().optional() }).optional() });
    expect(faults(`${key}:\n  x: 1\n`, schema)).toEqual([['yaml-schema', 1]]);
    expect(faults(`a:\n  ${key}: {x: 1}\n`, schema)).toMatchObject([['yaml-schema', expect.any(Number)]]);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  test.each(['.nan', '.inf', '-.inf', '1e999'])('with the number %s', (number) => {
    expect(faults(`a: ${number}\n`, z.object({ a: z.number() }))).toEqual([['yaml-schema', 1]]);
  });

  test('with every fault of its shape at once, each on its line', () => {
    const schema = z.strictObject({ a: z.number(), list: z.array(z.strictObject({ b: z.string() })), c: z.string() });
    expect(faults('a: x\nlist:\n  - b: y\n  - b: 1\n', schema)).toEqual([['yaml-schema', 1], ['yaml-schema', 4], ['yaml-schema', 1]]);
    expect(read('a: x\nlist: []\nc: d\n', schema).problems[0]?.message).toMatch(/^a: /u);
  });
});

describe('a YAML value', () => {
  test('comes back as it was written', () => {
    const tricky = fc.constantFrom('1.0', 'no', '2004-07', '# x', '- y', 'a: b', '"', 'null', '~', '서울', ' a ', '@x', '&x', '*x');
    const leaf = fc.oneof(fc.string(), tricky, fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string(), { maxLength: 4 }));
    const anything = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/u), leaf);
    fc.assert(fc.property(anything, (value) => {
      const { value: back, problems } = read(formatYaml(value));
      expect(problems).toEqual([]);
      expect(back).toEqual({ ...value });
    }));
  });

  test('is written in block style, unwrapped, null spelt out, without aliases for what occurs twice', () => {
    const shared = ['x'];
    expect(formatYaml({ a: null, b: 'w '.repeat(100).trim(), c: shared, d: shared, e: '1.0' })).toBe(`a: null\nb: ${'w '.repeat(100).trim()}\nc:\n  - x\nd:\n  - x\ne: "1.0"\n`);
  });

  test('is found again by its path', () => {
    const file = read('a: 1\nb:\n  - c: 2\n  - d: 3\n');
    expect(file.lineOf(['b', 1, 'd'])).toBe(4);
    expect(file.lineOf(['b', 1, 'absent'])).toBe(4);
    expect(file.lineOf(['absent'])).toBe(1);
  });
});
