import { expect, test } from '@playwright/test';

interface Page { manuals: { totalCount: number; nodes: { slug: string; edition: { locale: string; sections: { blocks: { id: string; state: string }[] }[] } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }

const QUERY = `query Harvest($after: String) {
  manuals(locale: ko, first: 7, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { slug edition(locale: ko) { locale sections { blocks { id state } } } } }
}`;

test('a partner reads every manual page by page, and sees which paragraphs are outdated', async ({ request }) => {
  const slugs = new Set<string>();
  const outdated: string[] = [];
  let after: string | null = null;
  const totals = new Set<number>();
  do {
    const response = await request.post('/graphql', { data: { query: QUERY, variables: { after } }, headers: { accept: 'application/graphql-response+json' } });
    expect(response.headers()['content-type']).toContain('application/graphql-response+json');
    const { data } = (await response.json()) as { data: Page };
    totals.add(data.manuals.totalCount);
    for (const { slug, edition } of data.manuals.nodes) {
      slugs.add(slug);
      for (const block of edition.sections.flatMap((section) => section.blocks)) if (block.state === 'outdated') outdated.push(`${slug}#${block.id}`);
    }
    after = data.manuals.pageInfo.hasNextPage ? data.manuals.pageInfo.endCursor : null;
  } while (after !== null);
  expect([...totals]).toEqual([40]);
  expect(slugs.size).toBe(40);
  expect(outdated.sort()).toEqual(['cheonggyecheon-restoration#res0b', 'owl-night-bus-big-data#tdy1', 'participatory-budgeting#tod2']);
});

test('an answer that did not change costs a partner no body', async ({ request }) => {
  const url = '/graphql?query=%7Bmanuals(locale:en,first:3)%7Bnodes%7Bslug%7D%7D%7D';
  const first = await request.get(url);
  const again = await request.get(url, { headers: { 'if-none-match': first.headers().etag ?? '' } });
  expect(again.status()).toBe(304);
});
