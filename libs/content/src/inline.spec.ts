import { describe, expect, test } from 'vitest';
import { inspectInline } from './inline.ts';

describe('a block\'s Markdown', () => {
  test('may hold strong, emphasis, links and citations', () => {
    expect(inspectInline('A **b** and *c*, [d](https://example.org/e) [@f-1].')).toEqual({ forbidden: [], links: ['https://example.org/e'] });
  });

  test('may hold single tildes, ampersands, angles of arithmetic and hashes', () => {
    expect(inspectInline('From ~5 to ~6 km, ~a~, A & B, 3 < 4 > 2, no. #5, a_b_c, C:\\path, 50% *')).toEqual({ forbidden: [], links: [] });
  });

  test('may be a table with inline marks', () => {
    expect(inspectInline('| a | **b** |\n| --- | ---: |\n| [c](https://d.org) | 1 [@s-1] |').forbidden).toEqual([]);
  });

  test.each<[string, string]>([
    ['html', 'a <b>c</b>'], ['html', '<script>alert(1)</script>'], ['html', '<!-- c -->'], ['html', 'a<br>b'], ['html', '<img src=x onerror=alert(1)>'], ['html', '| a |\n| - |\n| <i>b</i> |'],
    ['image', '![a](https://example.org/b.png)'], ['image', '[![a](https://example.org/b.png)](https://example.org)'], ['inlineCode', 'a `b`'], ['delete', '~~a~~'], ['break', 'a\\\nb'], ['break', 'a  \nb'],
    ['heading', '# a'], ['heading', 'a\n==='], ['list', '- a'], ['list', '1. a'], ['list', '2004. A year'], ['blockquote', '> a'], ['thematicBreak', '***'], ['code', '```\na\n```'],
    ['definition', '[a]: https://example.org'], ['linkReference', '[a]\n\n[a]: https://example.org'], ['footnoteDefinition', '[^1]: a'], ['footnoteReference', 'a[^1]\n\n[^1]: b'],
  ])('may not hold %s: %j', (kind, text) => {
    expect(inspectInline(text).forbidden).toContain(kind);
  });

  test('names each kind once', () => {
    expect(inspectInline('`a` <b>c</b> `d` <i>').forbidden).toEqual(['inlineCode', 'html']);
  });

  test('tells every target of a link, decoded, bare ones too', () => {
    expect(inspectInline('[a](javascript:b) [c](&#106;avascript:d) <https://e.org> https://f.org g@h.org').links).toEqual(['javascript:b', 'javascript:d', 'https://e.org', 'https://f.org', 'mailto:g@h.org']);
  });
});
