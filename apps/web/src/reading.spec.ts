import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { isReadingPage, READING } from './reading.ts';

const ROUTES = new URL('./routes/', import.meta.url);

test('only the page that says so carries no framework script', () => {
  expect(isReadingPage([{ handle: READING }, {}])).toBe(false);
  expect(isReadingPage([{}, { handle: { reading: false } }])).toBe(false);
  expect(isReadingPage([{}, { handle: READING }])).toBe(true);
});

// `locale.tsx` is no page: it stands around all of them, and the page's own handle counts.
test.each(readdirSync(ROUTES).filter((file) => file.endsWith('.tsx') && file !== 'locale.tsx'))('%s is a reading page', (file) => {
  expect(readFileSync(new URL(file, ROUTES), 'utf8')).toMatch(/export const handle = READING;/);
});
