import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionOf, ENDONYMS, isLocale, LOCALES, negotiateLocale } from './locales.ts';

describe('the languages of the library', () => {
  test('are thirteen, each once, in the order of the menu', () => {
    expect(LOCALES).toEqual(['en', 'ko', 'zh', 'ja', 'es', 'fr', 'ru', 'ar', 'vi', 'id', 'th', 'mn', 'pt']);
    expect(new Set(LOCALES).size).toBe(13);
  });

  test('are canonical BCP 47 tags that this runtime knows', () => {
    expect(Intl.getCanonicalLocales([...LOCALES])).toEqual(LOCALES);
    expect(Intl.DisplayNames.supportedLocalesOf([...LOCALES])).toEqual(LOCALES);
  });

  test('have each a name in the language itself, none twice', () => {
    expect(Object.keys(ENDONYMS)).toEqual(LOCALES);
    expect(new Set(Object.values(ENDONYMS)).size).toBe(LOCALES.length);
    for (const locale of LOCALES) expect(ENDONYMS[locale].normalize('NFC')).toBe(ENDONYMS[locale]);
  });

  test('run left to right, Arabic right to left', () => {
    expect(LOCALES.filter((locale) => directionOf(locale) === 'rtl')).toEqual(['ar']);
  });

  test.each(['', 'EN', 'en-GB', 'de', ' en', 'constructor', '__proto__', 'toString'])('do not include "%s"', (text) => {
    expect(isLocale(text)).toBe(false);
  });
});

describe('the language that a reader gets', () => {
  test.each([
    ['no header', null, 'en'],
    ['an empty header', '', 'en'],
    ['the only one', 'ko', 'ko'],
    ['the first of equals', 'fr, ko', 'fr'],
    ['the one with the greatest weight', 'fr;q=0.4, ko;q=0.9, es;q=0.5', 'ko'],
    ['a weight of one where none is given', 'fr;q=0.9, ko', 'ko'],
    ['the next one where the first is not ours', 'de, sv;q=0.9, th;q=0.2', 'th'],
    ['the primary part of a regional tag', 'pt-BR, en;q=0.5', 'pt'],
    ['Simplified Chinese for any Chinese', 'zh-Hant-TW', 'zh'],
    ['tags in any case', 'KO-kr', 'ko'],
    ['parameters in any case', 'ko;Q=0.1, fr;q=0.5', 'fr'],
    ['spaces around every part', ' ko ; q=0.1 ,  fr ; q=0.5 ', 'fr'],
    ['English for a star', '*', 'en'],
    ['English for what is not ours', 'de, nl', 'en'],
  ])('is by %s', (_, header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });

  test.each(['ko;q=0, fr;q=0.1', 'ko;q=0.0, fr', 'ko;Q=0.000, fr', 'ko ; q=0, fr'])('is never one that she refuses: %s', (header) => {
    expect(negotiateLocale(header)).toBe('fr');
  });

  test('is never one whose weight is no number', () => {
    expect(negotiateLocale('ko;q=1.2.3, fr;q=0.1')).toBe('fr');
  });

  test('is one of ours whatever the header says', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(',', ';', 'q=', 'q=0', 'q=-1', '*', 'ko', 'en-', '-', '=', '__proto__'));
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => isLocale(negotiateLocale(pieces.join('')))));
  });

  test('is the accepted one of greatest weight, the earlier of equals', () => {
    const wishes = fc.array(fc.record({ locale: fc.constantFrom(...LOCALES), milli: fc.integer({ min: 0, max: 1000 }) }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(wishes, (list) => {
        const header = list.map(({ locale, milli }) => `${locale};q=${(milli / 1000).toFixed(3)}`).join(', ');
        const best = Math.max(...list.map(({ milli }) => milli));
        expect(negotiateLocale(header)).toBe(best === 0 ? 'en' : list.find(({ milli }) => milli === best)?.locale);
      }),
    );
  });
});
