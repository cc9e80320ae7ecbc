import { blockHash } from '@naru/domain';
import { describe, expect, test } from 'vitest';
import { STAMP } from './test/small-manual.ts';
import { formatUnits, parseUnits, unitOf, type Unit } from './units-file.ts';

const unit: Unit = { from: blockHash('a'), text: blockHash('b'), ...STAMP };
const parse = (value: unknown) => parseUnits(JSON.stringify(value), 'ko.units.json');

describe('a units file', () => {
  test('comes back as it was written, one line a block, in the order of the source', () => {
    const reviewed: Unit = { ...unit, state: 'reviewed', origin: { kind: 'person', name: '김', version: '2' }, reviewer: '이' };
    const text = formatUnits({ bbbb: unit, aaaa: reviewed }, ['aaaa', 'cccc', 'bbbb']);
    expect(text.split('\n').map((line) => line.slice(0, 8))).toEqual(['{', '  "aaaa"', '  "bbbb"', '}', '']);
    expect(parseUnits(text, 'f')).toEqual({ units: { aaaa: reviewed, bbbb: unit }, problems: [] });
    expect(formatUnits(parseUnits(text, 'f').units, ['aaaa', 'bbbb'])).toBe(text);
  });

  test('is written with its fields in one order, whatever order they came in', () => {
    const shuffled = Object.fromEntries(Object.entries(unit).reverse()) as unknown as Unit;
    expect(formatUnits({ aaaa: shuffled }, ['aaaa'])).toBe(formatUnits({ aaaa: unit }, ['aaaa']));
  });

  test('without units is an empty object', () => {
    expect(parseUnits(formatUnits({}, []), 'f')).toEqual({ units: {}, problems: [] });
  });

  test('has no unit for a block that is called like something every object inherits', () => {
    expect(unitOf({}, 'constructor')).toBeUndefined();
    expect(unitOf(null, 'aaaa')).toBeUndefined();
    expect(unitOf({ aaaa: unit }, 'aaaa')).toBe(unit);
    expect(formatUnits({}, ['constructor'])).toBe(formatUnits({}, []));
  });

  test.each<[string, string]>([
    ['that is no JSON', '{'], ['that is a list', '[]'], ['that is null', 'null'],
    ['with a field too many', JSON.stringify({ aaaa: { ...unit, more: 1 } })],
    ['without its source\'s hash', JSON.stringify({ aaaa: { ...unit, from: undefined } })],
    ['with a hash of another rule', JSON.stringify({ aaaa: { ...unit, from: unit.from.replace('n1', 'n2') } })],
    ['with a hash that is too short', JSON.stringify({ aaaa: { ...unit, text: 'n1:abc' } })],
    ['with a state that is derived, never stored', JSON.stringify({ aaaa: { ...unit, state: 'outdated' } })],
    ['from nobody', JSON.stringify({ aaaa: { ...unit, origin: { ...unit.origin, name: '' } } })],
    ['from what is neither person nor machine', JSON.stringify({ aaaa: { ...unit, origin: { ...unit.origin, kind: 'ghost' } } })],
    ['of a day that no calendar has', JSON.stringify({ aaaa: { ...unit, at: '2026-02-30' } })],
  ])('%s is refused whole', (_, text) => {
    expect(parseUnits(text, 'ko.units.json')).toEqual({ units: {}, problems: [{ file: 'ko.units.json', line: 1, code: 'units-file', message: expect.stringContaining('content stamp') as string }] });
  });

  test('names the field that is wrong', () => {
    expect(parse({ aaaa: { ...unit, state: 'x' } }).problems[0]?.message).toContain('aaaa.state');
  });

  test('cannot change what objects inherit', () => {
    const { units } = parseUnits(`{"__proto__": ${JSON.stringify(unit)}}`, 'f');
    expect((units as Record<string, unknown>).from).toBeUndefined();
    expect(({} as Record<string, unknown>).from).toBeUndefined();
  });
});
