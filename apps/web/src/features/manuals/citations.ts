/** What a citation of one version says; every form of it is made from this one record. */
export interface CitationRecord {
  /** Key that is unique among the library's manuals and readable: slug and version. */
  key: string;
  title: string;
  /** Who answers for the text: the city where it wrote or reviewed it, else the library. */
  author: string;
  /** The library's name. */
  publisher: string;
  /** Moment of publication, ISO 8601. */
  publishedAt: string;
  /** Version number, major.minor. */
  version: string;
  /** Language of the title, BCP 47. */
  language: string;
  /** Permanent address of this version. */
  url: string;
  /** The manual's identifier, a UUID. */
  id: string;
  /** One or two sentences on what was done. */
  summary: string;
  /** Licence as an SPDX identifier. */
  licence: string;
  /** Where the text came from, in words; null where a person of the author's wrote it. */
  note: string | null;
}

/** A form in which a citation can be taken along; also the ending of its address. */
export type CitationFormat = 'bib' | 'ris' | 'json';

/** Media type of each form (BibTeX and RIS have customary ones; CSL-JSON is registered by citationstyles.org). */
export const CITATION_TYPES: Readonly<Record<CitationFormat, string>> = {
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Whether a text names a form of citation. */
export function isCitationFormat(text: string): text is CitationFormat {
  return Object.hasOwn(CITATION_TYPES, text);
}

/** Writes a citation in the form that is asked for. */
export function formatCitation(record: CitationRecord, format: CitationFormat): string {
  switch (format) {
    case 'bib':
      return toBibtex(record);
    case 'ris':
      return toRis(record);
    case 'json':
      return `${JSON.stringify([toCsl(record)], null, 2)}\n`;
  }
}

/** Writes BibTeX: a `@manual` in UTF-8, with `langid` for biblatex. Author and title stand in two braces, so that no style splits or recases them. */
export function toBibtex(record: CitationRecord): string {
  const [year, month] = dateParts(record.publishedAt);
  const fields: [string, string][] = [
    ['title', `{{${escapeBibtex(record.title)}}}`],
    ['author', `{{${escapeBibtex(record.author)}}}`],
    ['organization', `{${escapeBibtex(record.publisher)}}`],
    ['edition', `{${record.version}}`],
    ['year', `{${year}}`],
    ['month', MONTHS[month - 1] ?? '{}'],
    ['langid', `{${record.language}}`],
    ['url', `{${record.url}}`],
  ];
  if (record.note) fields.push(['note', `{${escapeBibtex(record.note)}}`]);
  return `@manual{${record.key},\n${fields.map(([name, value]) => `  ${name} = ${value}`).join(',\n')}\n}\n`;
}

/** Writes RIS: a report, lines ended by CR LF as the format has it. */
export function toRis(record: CitationRecord): string {
  const [year, month, day] = dateParts(record.publishedAt);
  const lines: [string, string][] = [
    ['TY', 'RPRT'],
    ['TI', record.title],
    ['AU', record.author],
    ['PY', String(year)],
    ['DA', `${year}/${pad(month)}/${pad(day)}`],
    ['PB', record.publisher],
    ['ET', record.version],
    ['LA', record.language],
    ['AB', record.summary],
    ['UR', record.url],
    ['ID', record.key],
  ];
  if (record.note) lines.push(['N1', record.note]);
  lines.push(['ER', '']);
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('');
}

/** One item of CSL-JSON 1.0.2, as Zotero, Mendeley and Pandoc read it. */
export interface CslItem {
  id: string;
  type: 'report';
  title: string;
  author: { literal: string }[];
  issued: { 'date-parts': [[number, number, number]] };
  publisher: string;
  version: string;
  number: string;
  language: string;
  URL: string;
  abstract: string;
  note: string;
}

/** Gives the citation as CSL-JSON's item. `note` carries the licence and where the text came from. */
export function toCsl(record: CitationRecord): CslItem {
  return {
    id: record.key,
    type: 'report',
    title: record.title,
    author: [{ literal: record.author }],
    issued: { 'date-parts': [dateParts(record.publishedAt)] },
    publisher: record.publisher,
    version: record.version,
    number: record.id,
    language: record.language,
    URL: record.url,
    abstract: record.summary,
    note: [record.licence, record.note].filter((part) => part !== null).join('; '),
  };
}

/** Year, month and day in UTC, so that a citation does not depend on who asks for it. */
function dateParts(moment: string): [number, number, number] {
  const date = new Date(moment);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const BIBTEX_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function escapeBibtex(text: string): string {
  return oneLine(text).replace(/[\\{}%&$#_^~]/g, (sign) => BIBTEX_ESCAPES[sign] ?? sign);
}
