const MARKS = /[\u0300-\u036f]/gu;

/**
 * Folds a text for comparison: NFKD without Latin, Greek and Cyrillic marks, recomposed, lower case, đ and ı to their base
 * letters, white space collapsed. Hangul and kana keep their letters; Thai, Arabic and Indic vowel signs stay, as they are letters there.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .replace(/ı/gu, 'i')
    .replace(/\s+/gu, ' ')
    .trim();
}
