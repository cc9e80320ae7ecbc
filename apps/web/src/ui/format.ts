/** What a reader's language makes of numbers, dates, money and names. Every function takes the BCP 47 tag of the language first. */

const cache = new Map<string, unknown>();

/** Makes an Intl object once: they are slow to make and safe to share. */
function once<T>(key: string, make: () => T): T {
  const known = cache.get(key) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** Arabic is written with Western digits here, as the sources, addresses and years are; other languages use their own default. */
function tagOf(locale: string): string {
  return locale === 'ar' ? 'ar-u-nu-latn' : locale;
}

/** A number with the language's separators; whole numbers stay whole, others keep what they have, to three places. */
export function formatNumber(locale: string, value: number): string {
  return once(`n:${locale}`, () => new Intl.NumberFormat(tagOf(locale), { maximumFractionDigits: 3 })).format(value);
}

/** A large number shortened: `1.2 million`; below ten thousand as {@link formatNumber}. */
export function formatCompact(locale: string, value: number): string {
  if (Math.abs(value) < 10_000) return formatNumber(locale, value);
  return once(`c:${locale}`, () =>
    new Intl.NumberFormat(tagOf(locale), { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 }),
  ).format(value);
}

/** A share, 0–1, in whole per cent. */
export function formatPercent(locale: string, share: number): string {
  return once(`p:${locale}`, () => new Intl.NumberFormat(tagOf(locale), { style: 'percent', maximumFractionDigits: 0 })).format(share);
}

/** A sum of money in two lengths: `short` to read (`KRW 390 billion`), `full` for the whole value. */
export interface Money {
  readonly short: string;
  readonly full: string;
}

/**
 * A sum of money; below a million both lengths are the same.
 * @param money value in whole currency units and the ISO 4217 code
 */
export function formatMoney(locale: string, money: { value: number; currency: string }): Money {
  const { value, currency } = money;
  const full = once(`m:${locale}:${currency}`, () =>
    new Intl.NumberFormat(tagOf(locale), { style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: 2, minimumFractionDigits: 0 }),
  ).format(value);
  if (Math.abs(value) < 1_000_000) return { short: full, full };
  const amount = once(`ma:${locale}`, () =>
    new Intl.NumberFormat(tagOf(locale), { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 4 }),
  ).format(value);
  return { short: withCode(locale, currency, amount), full };
}

/** Intl shortens money to a letter (`KRW 892.4B`) that not everyone reads; here the code stands where the language has it, beside words. */
function withCode(locale: string, currency: string, amount: string): string {
  const parts = once(`mc:${locale}:${currency}`, () =>
    new Intl.NumberFormat(tagOf(locale), { style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: 0 }).formatToParts(1),
  );
  return parts.map((part) => (part.type === 'integer' ? amount : part.value)).join('');
}

/** Intl's names of the units that it knows; for every other unit the words are interface messages (see `Quantity`). */
const INTL_UNITS: Readonly<Record<string, string>> = {
  percent: 'percent', km: 'kilometer', m: 'meter', ha: 'hectare', kg: 'kilogram', celsius: 'celsius', minutes: 'minute', hours: 'hour',
  days: 'day', months: 'month', years: 'year', 'km-per-hour': 'kilometer-per-hour',
};

/**
 * A value with a unit that Intl or ISO 4217 knows; null for every other unit.
 * @param quantity value and unit, as results have them (`km`, `percent`, `KRW`)
 */
export function formatUnit(locale: string, quantity: { value: number; unit: string }): string | null {
  const { value, unit } = quantity;
  if (/^[A-Z]{3}$/.test(unit)) return formatMoney(locale, { value, currency: unit }).short;
  const name = INTL_UNITS[unit];
  if (!name) return null;
  const long = ['minute', 'hour', 'day', 'month', 'year'].includes(name);
  return once(`u:${locale}:${name}`, () =>
    new Intl.NumberFormat(tagOf(locale), { style: 'unit', unit: name, unitDisplay: long ? 'long' : 'short', maximumFractionDigits: 3 }),
  ).format(value);
}

/** A calendar date known to the year, the month or the day (`2004`, `2004-07`, `2004-07-01`), as exact as it is known. */
export function formatDate(locale: string, date: string): string {
  return dateFormat(locale, date.length).format(dateOf(date));
}

/** Two partial dates as a range, `2003–2005`; one date when they read the same. */
export function formatDateRange(locale: string, start: string, end: string): string {
  const length = Math.min(start.length, end.length);
  return dateFormat(locale, length).formatRange(dateOf(start.slice(0, length)), dateOf(end.slice(0, length)));
}

/** A moment (ISO 8601, UTC) as a day. */
export function formatDay(locale: string, moment: string): string {
  return formatDate(locale, moment.slice(0, 10));
}

function dateOf(date: string): Date {
  const [year = 1970, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}

function dateFormat(locale: string, length: number): Intl.DateTimeFormat {
  const precision: Intl.DateTimeFormatOptions =
    length >= 10 ? { dateStyle: 'long' } : length >= 7 ? { year: 'numeric', month: 'long' } : { year: 'numeric' };
  // Thai would count Buddhist years, which the sources and the addresses do not.
  return once(`d:${locale}:${length}`, () => new Intl.DateTimeFormat(tagOf(locale), { ...precision, timeZone: 'UTC', calendar: 'gregory' }));
}

/** A list in words: `water, air and soil`. */
export function formatList(locale: string, items: readonly string[]): string {
  return once(`l:${locale}`, () => new Intl.ListFormat(locale, { type: 'conjunction' })).format(items);
}

/** A language's name in the reader's language; the tag itself when Intl has none. */
export function languageName(locale: string, tag: string): string {
  return once(`dl:${locale}`, () => new Intl.DisplayNames(locale, { type: 'language' })).of(tag) ?? tag;
}

/** A country's name by ISO 3166-1 alpha-2 code; the code itself when Intl has none. */
export function countryName(locale: string, code: string): string {
  return once(`dc:${locale}`, () => new Intl.DisplayNames(locale, { type: 'region' })).of(code) ?? code;
}

/** A currency's name by ISO 4217 code; the code itself when Intl has none. */
export function currencyName(locale: string, code: string): string {
  return once(`dm:${locale}`, () => new Intl.DisplayNames(locale, { type: 'currency' })).of(code) ?? code;
}
