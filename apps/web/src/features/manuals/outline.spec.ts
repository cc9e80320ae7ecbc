import { describe, expect, it } from 'vitest';
import { outlineOf, type OutlineSource } from './outline.ts';

const block = { id: 'p1' } as OutlineSource['sections'][number]['blocks'][number];
const edition: OutlineSource = {
  sections: [
    { kind: 'today', blocks: [block] },
    { kind: 'costs', blocks: [] },
    { kind: 'summary', blocks: [block] },
  ],
  staffing: [],
  steps: [],
  amounts: [],
  results: [],
  limits: [{ id: 'l' } as OutlineSource['limits'][number]],
  differently: [],
  conditions: [],
};

describe('outlineOf', () => {
  it('keeps reading order, shows a section of facts alone, and leaves out an empty one', () => {
    expect(outlineOf(edition).map((section) => section.kind)).toEqual(['summary', 'limits', 'today']);
  });
});
