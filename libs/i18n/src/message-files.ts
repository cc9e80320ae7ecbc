/** Messages of one file, flat: `home.title` → text. Plural forms keep their suffix, `count_one`. */
export type Messages = Readonly<Record<string, string>>;

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Flattens a message file; throws on a value that is neither text nor a group. */
export function flatten(file: unknown, prefix = ''): Record<string, string> {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) throw new Error(`${prefix || 'file'} is no group of messages`);
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(file)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') flat[path] = value;
    else Object.assign(flat, flatten(value, path));
  }
  return flat;
}

/** The key that code uses: a plural form's without its suffix. */
export function baseKey(key: string): string {
  return key.replace(PLURAL, '');
}

/** The variables of a message, sorted: `{{count}} of {{all}}` has `all` and `count`. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((match) => match[1] ?? ''))].sort();
}

/** Whether translators need a note: the message has a variable, or fewer than four words. */
export function needsNote(text: string): boolean {
  return variablesOf(text).length > 0 || text.trim().split(/\s+/).length < 4;
}

/**
 * What is wrong with a translation of a message file, one sentence a fault; empty when nothing is.
 * @param locale BCP 47 tag, for its plural forms (CLDR)
 */
export function compareMessages(locale: string, source: Messages, translation: Messages): string[] {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const wanted = new Map<string, string>();
  for (const [key, text] of Object.entries(source)) {
    if (!PLURAL.test(key) || key.endsWith('_zero')) wanted.set(key, text);
    // The most general form holds every variable; `one` may spell the number out.
    else if (key.endsWith('_other')) for (const form of forms) wanted.set(`${baseKey(key)}_${form}`, text);
  }
  const faults: string[] = [];
  for (const [key, text] of wanted) {
    const translated = translation[key];
    if (translated === undefined) faults.push(`${key} is missing`);
    else if (translated.trim() === '') faults.push(`${key} is empty`);
    else faults.push(...variableFaults(key, text, translated));
  }
  for (const key of Object.keys(translation)) if (!wanted.has(key) && !key.endsWith('_zero')) faults.push(`${key} is not in the source`);
  return faults;
}

function variableFaults(key: string, text: string, translated: string): string[] {
  const [expected, found] = [variablesOf(text), variablesOf(translated)];
  const numberless = /_(zero|one|two)$/.test(key);
  const missing = expected.filter((name) => !found.includes(name) && !(numberless && (name === 'count' || name === 'value')));
  const extra = found.filter((name) => !expected.includes(name));
  return [...missing.map((name) => `${key} lacks {{${name}}}`), ...extra.map((name) => `${key} has an unknown {{${name}}}`)];
}
