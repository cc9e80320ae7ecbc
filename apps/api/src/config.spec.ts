import { isAbsolute, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, type Config } from './config.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const DEFAULTS: Config = {
  PORT: 3000, HOST: '127.0.0.1', DATABASE_URL: undefined, DATABASE_POOL: 10, DATA_DIR: resolve('.data'), CONTENT_DIR: join(ROOT, 'content'), WEB_DIR: join(ROOT, 'apps/web/dist'), PUBLIC_URL: undefined, SIGNING_KEY: undefined,
  FORMER_PUBLIC_KEYS: '', LOG_LEVEL: 'info', CACHE_BYTES: 67_108_864,
};
const NAMES = Object.keys(DEFAULTS) as (keyof Config)[];

describe('the configuration', () => {
  test('has a default for every variable, so that nothing need be set', () => {
    expect(readConfig({})).toEqual(DEFAULTS);
  });

  test('takes an empty variable for an absent one', () => {
    expect(readConfig(Object.fromEntries(NAMES.map((name) => [name, ''])))).toEqual(DEFAULTS);
  });

  test('passes over what is not its own', () => {
    expect(readConfig({ PATH: '/bin', NODE_ENV: 'x' })).toEqual(DEFAULTS);
  });

  test.each<[keyof Config, string, unknown]>([
    ['PORT', '0', 0], ['PORT', '65535', 65_535], ['HOST', '0.0.0.0', '0.0.0.0'], ['HOST', '::', '::'],
    ['DATABASE_URL', 'postgres://naru:secret@db:5432/naru', 'postgres://naru:secret@db:5432/naru'], ['DATABASE_URL', 'postgresql:///naru?host=/run/postgresql', 'postgresql:///naru?host=/run/postgresql'],
    ['DATABASE_POOL', '2', 2], ['DATABASE_POOL', '100', 100], ['DATA_DIR', '/var/lib/naru', '/var/lib/naru'], ['DATA_DIR', 'x/../y', resolve('y')], ['CONTENT_DIR', 'c', resolve('c')], ['WEB_DIR', 'w', resolve('w')],
    ['PUBLIC_URL', 'https://library.example.org', 'https://library.example.org'], ['PUBLIC_URL', 'https://library.example.org//', 'https://library.example.org'], ['PUBLIC_URL', 'http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
    ['SIGNING_KEY', 'a1'.repeat(32), 'a1'.repeat(32)], ['FORMER_PUBLIC_KEYS', 'abc,def', 'abc,def'], ['LOG_LEVEL', 'silent', 'silent'], ['LOG_LEVEL', 'debug', 'debug'], ['CACHE_BYTES', '0', 0], ['CACHE_BYTES', '1048576', 1_048_576],
  ])('reads %s=%s', (name, value, expected) => {
    expect(readConfig({ [name]: value })).toEqual({ ...DEFAULTS, [name]: expected });
  });

  test.each<[keyof Config, string]>([
    ['PORT', '-1'], ['PORT', '65536'], ['PORT', '80.5'], ['PORT', 'http'], ['DATABASE_URL', 'mysql://db/naru'], ['DATABASE_URL', 'db'], ['DATABASE_POOL', '1'], ['DATABASE_POOL', '101'], ['DATABASE_POOL', 'many'],
    ['PUBLIC_URL', 'library.example.org'], ['PUBLIC_URL', 'javascript:alert(1)'], ['PUBLIC_URL', 'ftp://library.example.org'], ['SIGNING_KEY', 'short'], ['SIGNING_KEY', 'A1'.repeat(32)], ['SIGNING_KEY', 'a1'.repeat(33)],
    ['LOG_LEVEL', 'loud'], ['LOG_LEVEL', 'INFO'], ['CACHE_BYTES', '-1'], ['CACHE_BYTES', '1.5'], ['CACHE_BYTES', '64 MB'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: .+\\.$`, 'u'));
  });

  test('names every wrong variable at once, one a line', () => {
    const wrong = { PORT: 'x', LOG_LEVEL: 'x', CACHE_BYTES: 'x' };
    expect(() => readConfig(wrong)).toThrow(/^PORT: [^\n]+\nLOG_LEVEL: [^\n]+\nCACHE_BYTES: [^\n]+$/u);
  });

  test('tells no secret in its messages', () => {
    expect(() => readConfig({ SIGNING_KEY: 'c0ffee', DATABASE_URL: 'mysql://u:pa55word@db/x' })).not.toThrow(/c0ffee|pa55word/u);
  });

  test('has absolute folders', () => {
    const { DATA_DIR, CONTENT_DIR, WEB_DIR } = readConfig({ DATA_DIR: 'a', CONTENT_DIR: 'b', WEB_DIR: 'c' });
    expect([DATA_DIR, CONTENT_DIR, WEB_DIR].every((folder) => isAbsolute(folder))).toBe(true);
  });
});
