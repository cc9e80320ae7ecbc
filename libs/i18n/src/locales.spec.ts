import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { LOCALES } from '@naru/domain';
import { describe, expect, test } from 'vitest';

import { baseKey, compareMessages, flatten, needsNote } from './message-files.ts';
import { NAMESPACES } from './namespaces.ts';

const ROOT = new URL('../', import.meta.url);
const SOURCES = new URL('../../../apps/web/src/', import.meta.url);

const read = (path: string) => flatten(JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')));
const source = Object.fromEntries(NAMESPACES.map((namespace) => [namespace, read(`locales/en/${namespace}.json`)]));

describe.each(LOCALES.filter((locale) => locale !== 'en'))('%s', (locale) => {
  test.each(NAMESPACES)('%s.json has every message, with the same variables and its language’s plural forms', (namespace) => {
    const path = `locales/${locale}/${namespace}.json`;
    expect(existsSync(new URL(path, ROOT)), `${path} is missing`).toBe(true);
    expect(compareMessages(locale, source[namespace] ?? {}, read(path))).toEqual([]);
  });
});

test.each(NAMESPACES)('English %s.json is complete in itself', (namespace) => {
  const messages = source[namespace] ?? {};
  expect(compareMessages('en', messages, messages)).toEqual([]);
});

test.each(NAMESPACES)('notes for %s stand beside every message that needs one, and beside no other key', (namespace) => {
  const path = `notes/${namespace}.json`;
  const notes = existsSync(new URL(path, ROOT)) ? read(path) : {};
  const messages = Object.entries(source[namespace] ?? {});
  const lacking = new Set(messages.filter(([, text]) => needsNote(text)).map(([key]) => baseKey(key)).filter((key) => !notes[key]));
  expect([...lacking], 'lack a note').toEqual([]);
  const keys = new Set(messages.map(([key]) => baseKey(key)));
  expect(Object.keys(notes).filter((key) => !keys.has(key)), 'notes without a message').toEqual([]);
});

test('there is no folder for a language that the library does not speak, and no file without a namespace', () => {
  for (const locale of readdirSync(new URL('locales/', ROOT))) {
    expect(LOCALES).toContain(locale);
    for (const file of readdirSync(new URL(`locales/${locale}/`, ROOT))) expect(NAMESPACES).toContain(file.replace(/\.json$/, ''));
  }
});

describe('the pages', () => {
  const texts = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
    .map((file) => readFileSync(new URL(file, SOURCES), 'utf8'));
  const literals = new Set(texts.flatMap((text) => [...text.matchAll(/(['"`])((?:[a-z]+:)?[A-Za-z][\w.-]*)\1/g)].map((match) => match[2] ?? '')));
  // `t(`section.${kind}`)` uses every key that begins and ends as the template does.
  const templates = texts
    .flatMap((text) => [...text.matchAll(/`((?:[a-z]+:)?[\w.-]*\$\{[^`]*)`/g)].map((match) => match[1] ?? ''))
    .filter((template) => /^((?:[a-z]+:)?[A-Za-z][\w-]*\.)/.test(template))
    .map((template) => new RegExp(`^${template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\w-]+')}$`));

  // The keys of units are the units themselves; apps/web/src/ui/quantity.spec.tsx shows every one.
  test.each(NAMESPACES.filter((namespace) => namespace !== 'units'))('use every message of %s', (namespace) => {
    const unused = new Set(
      Object.keys(source[namespace] ?? {})
        .map(baseKey)
        .filter((key) => {
          const full = `${namespace}:${key}`;
          return !literals.has(key) && !literals.has(full) && !templates.some((template) => template.test(key) || template.test(full));
        }),
    );
    expect([...unused]).toEqual([]);
  });

  test('use no message that does not exist', () => {
    const known = new Set(NAMESPACES.flatMap((namespace) => Object.keys(source[namespace] ?? {}).flatMap((key) => [baseKey(key), `${namespace}:${baseKey(key)}`])));
    const used = texts.flatMap((text) => [...text.matchAll(/\b(?:t|words)\(\s*(['"])([^'"]+)\1/g)].map((match) => match[2] ?? ''));
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });
});
