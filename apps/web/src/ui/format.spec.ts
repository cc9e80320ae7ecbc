import { LOCALES } from '@naru/domain';
import { describe, expect, test } from 'vitest';

import {
  countryName, currencyName, formatCompact, formatDate, formatDateRange, formatDay, formatList, formatMoney, formatNumber, formatPercent, formatUnit, languageName,
} from './format.ts';

describe('numbers', () => {
  test('keep their separators and decimals', () => {
    expect(formatNumber('en', 9605419)).toBe('9,605,419');
    expect(formatNumber('fr', 9605.5)).toMatch(/^9\s605,5$/);
    expect(formatNumber('en', 34.1)).toBe('34.1');
  });

  test('are shortened only from ten thousand on', () => {
    expect(formatCompact('en', 9999)).toBe('9,999');
    expect(formatCompact('en', 1_234_567)).toBe('1.23 million');
    expect(formatCompact('ko', 3_900_000)).toBe('390만');
  });

  test('have Western digits in Arabic, as the sources do', () => {
    expect(formatNumber('ar', 2004)).toMatch(/2.?004/);
    expect(formatDate('ar', '2004-07')).toContain('2004');
  });

  test('are shares in whole per cent', () => {
    expect(formatPercent('en', 0.805)).toBe('81%');
  });
});

describe('money', () => {
  test('is short to read, with the whole sum beside it, and never hides its currency', () => {
    const { short, full } = formatMoney('en', { value: 892_400_000_000, currency: 'KRW' });
    expect(short).toMatch(/^KRW\s892\.4 billion$/);
    expect(full).toMatch(/^KRW\s892,400,000,000$/);
    expect(formatMoney('en', { value: 1200, currency: 'KRW' }).short).toMatch(/^KRW\s1,200$/);
    expect(formatMoney('ko', { value: 892_400_000_000, currency: 'KRW' }).short).toMatch(/^KRW\s8924억$/);
  });
});

describe('dates', () => {
  test('are as exact as they are known', () => {
    expect(formatDate('en', '2004')).toBe('2004');
    expect(formatDate('en', '2004-07')).toBe('July 2004');
    expect(formatDate('en', '2004-07-01')).toBe('July 1, 2004');
    expect(formatDay('en', '2026-11-24T23:59:00Z')).toBe('November 24, 2026');
  });

  test('do not count Buddhist years in Thai', () => {
    expect(formatDate('th', '2004')).toContain('2004');
  });

  test('make a range of the precision that both have', () => {
    expect(formatDateRange('en', '2003-07', '2005')).toMatch(/^2003\s?–\s?2005$/);
    expect(formatDateRange('en', '2004', '2004')).toBe('2004');
  });
});

describe('units', () => {
  test('that Intl knows are its own', () => {
    expect(formatUnit('en', { value: 57.4, unit: 'km' })).toBe('57.4 km');
    expect(formatUnit('en', { value: 72, unit: 'percent' })).toBe('72%');
    expect(formatUnit('en', { value: 2, unit: 'years' })).toBe('2 years');
  });

  test('that it does not know are left to the messages', () => {
    expect(formatUnit('en', { value: 2, unit: 'trips-per-day' })).toBeNull();
  });
});

test('every language of the library formats everything', () => {
  for (const locale of LOCALES) {
    for (const text of [
      formatNumber(locale, 1234.5), formatCompact(locale, 1_000_000), formatMoney(locale, { value: 5, currency: 'KRW' }).short, formatDate(locale, '2004-07-01'),
      formatList(locale, ['a', 'b', 'c']), languageName(locale, 'ko'), countryName(locale, 'KR'), currencyName(locale, 'KRW'),
    ]) {
      expect(text, locale).not.toBe('');
    }
  }
});
