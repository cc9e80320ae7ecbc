import { describe, expect, it } from 'vitest';
import { type CitationRecord, formatCitation, isCitationFormat, toBibtex, toCsl, toRis } from './citations.ts';

const RECORD: CitationRecord = {
  key: 'owl-night-bus-2.1',
  title: 'Night buses: 9 lines & 30% of the {routes}',
  author: 'Seoul Metropolitan Government',
  publisher: 'Naru',
  publishedAt: '2026-11-24T00:00:00Z',
  version: '2.1',
  language: 'en',
  url: 'https://naru.example/id/019ab3c0-0000-7000-8000-000000000001/2.1',
  id: '019ab3c0-0000-7000-8000-000000000001',
  summary: 'Buses at night.\nNine lines.',
  licence: 'CC-BY-4.0',
  note: null,
};

describe('citations', () => {
  it('writes BibTeX that keeps title and author whole and escapes its signs', () => {
    expect(toBibtex(RECORD)).toBe(
      [
        '@manual{owl-night-bus-2.1,',
        '  title = {{Night buses: 9 lines \\& 30\\% of the \\{routes\\}}},',
        '  author = {{Seoul Metropolitan Government}},',
        '  organization = {Naru},',
        '  edition = {2.1},',
        '  year = {2026},',
        '  month = nov,',
        '  langid = {en},',
        '  url = {https://naru.example/id/019ab3c0-0000-7000-8000-000000000001/2.1}',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('escapes a backslash without escaping the braces that this adds', () => {
    expect(toBibtex({ ...RECORD, title: 'a\\b' })).toContain('{{a\\textbackslash{}b}}');
  });

  it('says in every form where a machine’s text came from', () => {
    const record = { ...RECORD, note: 'Drafted by machine' };
    expect(toBibtex(record)).toContain('note = {Drafted by machine}');
    expect(toRis(record)).toContain('N1  - Drafted by machine\r\n');
    expect(toCsl(record).note).toBe('CC-BY-4.0; Drafted by machine');
  });

  it('keeps every value of RIS on its own line and ends the record', () => {
    const lines = toRis(RECORD).split('\r\n');
    expect(lines[0]).toBe('TY  - RPRT');
    expect(lines).toContain('AB  - Buses at night. Nine lines.');
    expect(lines).toContain('DA  - 2026/11/24');
    expect(lines.slice(-2)).toEqual(['ER  - ', '']);
    expect(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
  });

  it('gives CSL-JSON an institution as author and the day of publication in UTC', () => {
    const [item] = JSON.parse(formatCitation({ ...RECORD, publishedAt: '2026-11-24T23:59:59Z' }, 'json')) as [ReturnType<typeof toCsl>];
    expect(item.author).toEqual([{ literal: 'Seoul Metropolitan Government' }]);
    expect(item.issued).toEqual({ 'date-parts': [[2026, 11, 24]] });
    expect(item.URL).toBe(RECORD.url);
  });

  it('refuses forms that it does not write', () => {
    expect(['bib', 'ris', 'json', 'xml', 'toString'].map(isCitationFormat)).toEqual([true, true, true, false, false]);
  });
});
