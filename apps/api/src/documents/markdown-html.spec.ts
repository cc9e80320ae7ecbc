import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import type { Element, Nodes } from 'hast';
import { plainText, renderBlock } from './markdown-html.ts';

const NUMBERS = new Map([['city-2013', 1], ['press-1', 2]]);
const paragraph = (text: string) => renderBlock(text, 'paragraph', NUMBERS);
const ALLOWED: Record<string, string[]> = {
  p: [], strong: [], em: [], sup: [], br: [], table: [], thead: [], tbody: [], tr: [], a: ['href', 'className', 'rel'], th: ['scope', 'align'], td: ['align'],
};

/** Every element of the HTML as a browser reads it. */
function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Nodes) => {
    if (node.type === 'element') found.push(node);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(fromHtml(html, { fragment: true }));
  return found;
}

function expectInert(html: string): void {
  for (const { tagName, properties } of elementsOf(html)) {
    expect(Object.keys(ALLOWED), html).toContain(tagName);
    for (const name of Object.keys(properties)) expect(ALLOWED[tagName], `${tagName} ${name}: ${html}`).toContain(name);
    if (typeof properties.href !== 'string') continue;
    const { protocol } = new URL(properties.href, 'https://naru.example/en/manuals/x');
    expect(['http:', 'https:'], html).toContain(protocol);
  }
}

const TARGETS = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'javascript&colon;alert(1)', '&#106;avascript:alert(1)', '&#x6A;&#x61;vascript:alert(1)', 'java&Tab;script:alert(1)', 'java%0ascript:alert(1)', '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>', 'data:text/html;base64,PHNjcmlwdD4=', 'vbscript:msgbox(1)', 'file:///etc/passwd', 'blob:https://a/b', 'ftp://example.org', 'mailto:a@example.org', 'feed:javascript:alert(1)', 'view-source:x', ' javascript:alert(1)', 'x:y',
];
const HTML = [
  '<script>alert(1)</script>', '<SCRIPT SRC=//evil.example></SCRIPT>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<svg><script>alert(1)</script></svg>', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<a href="javascript:alert(1)">x</a>',
  '<a onclick="alert(1)">x</a>', '<style>*{background:url(//evil)}</style>', '<p style="position:fixed">x</p>', '<form action=//evil><input name=q></form>', '<object data=//evil></object>', '<embed src=//evil>', '<base href=//evil>', '<link rel=stylesheet href=//evil>',
  '<meta http-equiv=refresh content="0;url=//evil">', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', '<!--><script>alert(1)</script>-->', '<![CDATA[<script>alert(1)</script>]]>', '<?php x ?>', '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<details open ontoggle=alert(1)>', '<video><source onerror=alert(1)></video>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '"><script>alert(1)</script>', '</p></div><script>alert(1)</script>', '<x id=content>', '<a name=cite id=sources>x</a>',
];
const OTHER = [
  '![x](https://evil.example/pixel.png)', '![x](javascript:alert(1))', '[![x](//evil/a.png)](//evil)', '[x]: javascript:alert(1)\n\n[x]', '[x](https://a.example "onmouseover=alert(1)")', '[x](https://a.example" onmouseover="alert(1))', '[x](<javascript:alert(1)>)', '[a](https://b "\\" onclick=\\"x")',
  '`<script>`', '```html\n<script>alert(1)</script>\n```', '    <script>alert(1)</script>', '> <script>alert(1)</script>', '- <img src=x onerror=alert(1)>', '# <script>alert(1)</script>', '[^1]\n\n[^1]: <script>alert(1)</script>', '- [x] <script>', '[@city-2013](javascript:alert(1))', '[@"onclick="x]', '[@city-2013"><script>]', 'a\n\n<script>alert(1)</script>\n\nb', '**<script>**', '[<img src=x onerror=alert(1)>](https://a.example)', '\u0000<script>', '&lt;script&gt;alert(1)&lt;/script&gt;',
];
const HOSTILE = [...TARGETS.flatMap((target) => [`[x](${target})`, `[x](<${target}>)`, `<${target}>`]), ...HTML, ...OTHER];

describe('hostile Markdown is inert', () => {
  test('in more than a hundred ways', () => {
    expect(new Set(HOSTILE).size).toBeGreaterThan(100);
  });

  test.each(HOSTILE)('as a paragraph: %j', (text) => {
    expectInert(paragraph(text));
    expectInert(paragraph(`a ${text} b`));
  });

  test.each(HOSTILE.filter((text) => !text.includes('\n')))('as a cell of a table: %j', (text) => {
    const html = renderBlock(`| a | b |\n| --- | --- |\n| ${text} | ${text.replaceAll('|', '\\|')} |`, 'table', NUMBERS);
    expectInert(html);
    expect(elementsOf(html).filter(({ tagName }) => tagName === 'table')).toHaveLength(1);
  });

  test('whatever it is put together from', () => {
    const piece = fc.oneof(fc.constantFrom(...HOSTILE, '<', '>', '"', '[', '](', ')', '\n', '| - |', '&', '\\', '`', '*', '[@city-2013]'), fc.string({ maxLength: 6 }));
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('paragraph', 'table', 'item', 'heading'), (pieces, kind) => { expectInert(renderBlock(pieces.join(''), kind, NUMBERS)); }), { numRuns: 400 });
  });
});

describe('citations', () => {
  test('show the number of their source and lead to it', () => {
    expect(paragraph('A fact [@press-1] and [@city-2013].')).toBe('A fact\u00a0<a href="#source-press-1" class="cite">[2]</a> and\u00a0<a href="#source-city-2013" class="cite">[1]</a>.');
  });

  test('stand side by side', () => {
    expect(paragraph('A.[@city-2013][@press-1]')).toBe('A.<a href="#source-city-2013" class="cite">[1]</a><a href="#source-press-1" class="cite">[2]</a>');
  });

  test('of unknown sources stay text', () => {
    expect(paragraph('A [@nobody] b [@city-2013] c')).toBe('A [@nobody] b\u00a0<a href="#source-city-2013" class="cite">[1]</a> c');
    expect(paragraph('[@constructor]')).toBe('[@constructor]');
  });

  test('work inside marks and tables', () => {
    expect(paragraph('**A [@city-2013]**')).toBe('<strong>A\u00a0<a href="#source-city-2013" class="cite">[1]</a></strong>');
  });

  test('inside a link make no link in a link', () => {
    expect(paragraph('[a [@city-2013]](https://b.example)')).toBe('<a href="https://b.example" rel="external noopener">a [@city-2013]</a>');
  });
});

describe('a block that is no table', () => {
  test.each(['# a', '### a', '- a', '+ a', '* a', '1. a', '2004. A year', '1) a', '> a', '| a | b |', ': a', '---', '***', '~~~', '== a', '- [ ] a', '[^1]: a', '#5 is', '+82 2', '-5 degrees'])('that starts like something else is text as it stands: %s', (text) => {
    expect(elementsOf(paragraph(text))).toEqual([]);
    expect(paragraph(text).replace('&gt;', '>')).toBe(text);
    expect(paragraph(text)).not.toContain('\\');
  });

  test('may start with a mark', () => {
    expect(paragraph('**Works**: a')).toBe('<strong>Works</strong>: a');
    expect(paragraph('*Works*: a')).toBe('<em>Works</em>: a');
    expect(paragraph('[a](https://b.example) c')).toBe('<a href="https://b.example" rel="external noopener">a</a> c');
  });

  test('keeps its words where Markdown would take it for code or HTML', () => {
    expect(paragraph('    **a**')).toBe('<strong>a</strong>');
    expect(paragraph('<div>5 km</div>')).toBe('5 km');
  });

  test('is one run of inline text, whatever lines it has', () => {
    expect(paragraph('a\n\n# b\n- c\n\n| d |\n| - |')).toBe('a # b - c | d | | - |');
  });

  test('keeps escapes, single tildes and entities as Markdown means them', () => {
    expect(paragraph('\\*a\\* ~5~ &amp; <5 & 3 < 4')).toBe('*a* ~5~ &#x26; &#x3C;5 &#x26; 3 &#x3C; 4');
  });

  test('says that its links lead away', () => {
    expect(paragraph('[a](http://b.example/?c=1&d=2)')).toBe('<a href="http://b.example/?c=1&#x26;d=2" rel="external noopener">a</a>');
  });

  test('without text is empty', () => {
    expect(paragraph('')).toBe('');
  });
});

test('a table keeps its head, the scope of its head cells, alignment and inline marks', () => {
  expect(renderBlock('| Year | Riders |\n| --- | ---: |\n| 2014 | **7,000** [@city-2013] |', 'table', NUMBERS).replaceAll('\n', '')).toBe(
    '<table><thead><tr><th scope="col">Year</th><th align="right" scope="col">Riders</th></tr></thead><tbody><tr><td>2014</td><td align="right"><strong>7,000</strong>\u00a0<a href="#source-city-2013" class="cite">[1]</a></td></tr></tbody></table>',
  );
});

describe('plain text', () => {
  test.each([
    ['A **b** and *c*.', 'A b and c.'], ['**a *b* c**', 'a b c'], ['*a **b** c*', 'a b c'], ['***a***', 'a'], ['[a b](https://c.example/d) e', 'a b e'], ['A fact [@city-2013]. More [@press-1], yes', 'A fact. More, yes'],
    ['5 * 3 * 2', '5 * 3 * 2'], ['  a \n b\t', 'a b'], ['', ''], ['[@city-2013]', ''], ['서울시는 **심야버스**를 [@city-2013]', '서울시는 심야버스를'],
  ])('of %j is %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});
