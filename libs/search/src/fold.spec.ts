import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';

describe('folding', () => {
  test.each([
    ['Vietnamese tones and letters', 'Nước sạch Đà Nẵng, đường', 'nuoc sach da nang, duong'],
    ['Spanish', 'Años de gestión: ¿Qué niño?', 'anos de gestion: ¿que nino?'],
    ['French', 'Où ça, Éloïse', 'ou ca, eloise'],
    ['Portuguese', 'São João, coração', 'sao joao, coracao'],
    ['Turkish, dotless and dotted', 'Iğdır, İstanbul, ılık', 'igdir, istanbul, ilik'],
    ['Greek accents', 'Αθήνα', 'αθηνα'],
    ['Cyrillic breve and diaeresis', 'Ёлка, район', 'елка, раион'],
    ['full-width letters', 'Ｓｅｏｕｌ', 'seoul'],
    ['ligatures and superscripts', 'ﬁne m²', 'fine m2'],
    ['case', 'SEOUL', 'seoul'],
  ])('takes the marks off %s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ['Hangul', '한국어 서울 뗏목'],
    ['voiced kana, which are other letters', 'がぎぐげご ざじずぜぞ ぱぴぷぺぽ ガパヴ ゞ'],
    ['Chinese', '城市政策手册'],
    ['Thai vowels and tones', 'กรุงเทพฯ ที่นี่ น้ำ'.normalize('NFKD').normalize('NFC')],
    ['Arabic with its vowel signs and hamza', 'مَدِينَة أحمد إدارة آمن سؤال'],
    ['Hindi vowel signs', 'दिल्ली की नीति'],
  ])('keeps every letter of %s', (_, text) => {
    expect(fold(text)).toBe(text);
  });

  test('tells か from が, ハ from バ and パ', () => {
    expect(new Set(['か', 'が'].map(fold)).size).toBe(2);
    expect(new Set(['ハ', 'バ', 'パ'].map(fold)).size).toBe(3);
  });

  test('brings composed and decomposed text to one form', () => {
    for (const text of ['Đà Nẵng', '한국어', 'が', 'أحمد', 'é', 'น้ำ']) expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(text.normalize('NFD')) === fold(text.normalize('NFC'))));
  });

  test('brings half-width kana and compatibility letters to the usual ones', () => {
    expect(fold('ｶﾞ ﾊﾟ ㈜')).toBe('ガ パ (주)');
  });

  test('collapses white space and trims it', () => {
    expect(fold(' \t a \u3000 b\u00a0\n')).toBe('a b');
  });

  test('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => fold(fold(text)) === fold(text)), { numRuns: 2000 });
  });

  test('changes nothing the second time, for every character by itself', () => {
    const unstable = Array.from({ length: 0x110000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((char) => fold(fold(char)) !== fold(char));
    expect(unstable).toEqual([]);
  });
});
