import { expect, test } from '@playwright/test';

test('an official finds a manual by its theme and reads it in her language', async ({ page }) => {
  await page.goto('/en');
  await page.getByRole('link', { name: /^Housing and urban regeneration/ }).first().click();
  await expect(page).toHaveURL(/\/en\/themes\/housing-urban-regeneration$/);
  await page.getByRole('link', { name: /^Cheonggyecheon/ }).click();
  await expect(page.locator('h1')).toContainText('Cheonggyecheon');
  await page.getByRole('banner').locator('summary').click();
  await page.getByRole('banner').getByRole('link', { name: /한국어/ }).click();
  await expect(page).toHaveURL(/\/ko\/manuals\/cheonggyecheon-restoration$/);
  await expect(page.locator('h1')).toContainText('청계천');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
});

test('an outdated paragraph says so and has its present source one step away', async ({ page }) => {
  await page.goto('/ko/manuals/cheonggyecheon-restoration');
  const block = page.locator('#res0b');
  await expect(block).toContainText('74');
  const details = page.locator('details', { has: page.locator('[lang="en"]', { hasText: 'about 6 °C' }) });
  await expect(details).toHaveCount(1);
  await details.locator('summary').click();
  await expect(details.locator('[lang="en"]').first()).toBeVisible();
});

test('a manual that is not in her language says so and keeps its own language and direction', async ({ page, request }) => {
  await page.goto('/ar/manuals/subway-line-9-ppp');
  const paragraph = page.locator('#sum1');
  await expect(paragraph.locator('xpath=ancestor-or-self::*[@lang][1]')).toHaveAttribute('lang', 'en');
  await expect(paragraph.locator('xpath=ancestor-or-self::*[@dir][1]')).toHaveAttribute('dir', 'ltr');
  const html = await (await request.get('/ar/manuals/subway-line-9-ppp')).text();
  expect(html).toContain('noindex');
  const english = await (await request.get('/en/manuals/subway-line-9-ppp')).text();
  expect(english).not.toContain('noindex');
  const alternates = [...english.matchAll(/<link\b[^>]*rel="alternate"[^>]*>/g)].map(([tag]) => /hrefLang="([^"]+)"/i.exec(tag)?.[1]);
  expect(alternates).toContain('ko');
  expect(alternates).not.toContain('ar');
});

test('she cites it: BibTeX, RIS and CSL-JSON name the version and its permanent address', async ({ request }) => {
  const base = '/en/manuals/cheonggyecheon-restoration/cite';
  const bib = await (await request.get(`${base}.bib`)).text();
  expect(bib).toMatch(/@\w+\{/);
  expect(bib).toContain('1.1');
  expect(await (await request.get(`${base}.ris`)).text()).toContain('TY  - ');
  const csl = (await (await request.get(`${base}.json`)).json()) as { title: string; version: string }[];
  expect(JSON.stringify(csl)).toContain('Cheonggyecheon');
});

test('the address with the identifier leads to the manual, a given version stays', async ({ request }) => {
  const { data } = (await (await request.post('/graphql', { data: { query: '{ manual(slug: "cheonggyecheon-restoration") { id } }' } })).json()) as { data: { manual: { id: string } } };
  const response = await request.get(`/id/${data.manual.id}/1.0`, { maxRedirects: 0 });
  expect([301, 302, 303, 307, 308]).toContain(response.status());
  expect(response.headers().location).toContain('/manuals/cheonggyecheon-restoration/v/1.0');
});

test('a reader without script searches, filters and reads', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  await page.goto('/en');
  await page.getByRole('searchbox').first().fill('night bus');
  await page.getByRole('searchbox').first().press('Enter');
  await expect(page).toHaveURL(/\/en\/manuals\?/);
  await page.getByRole('article').getByRole('link', { name: /Owl|night bus/i }).first().click();
  await expect(page.locator('h1')).toContainText(/Owl|night/i);
  await expect(page.locator('#results')).toBeVisible();
  await context.close();
});

test('no page of the library carries a script of the framework, nor any inline', async ({ request }) => {
  for (const path of ['/en', '/en/manuals', '/en/manuals/cheonggyecheon-restoration', '/en/about']) {
    const html = await (await request.get(path)).text();
    const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts.every(([, attributes, body]) => /src="\/assets\/[^"]*"/.test(attributes ?? '') && body === '')).toBe(true);
    expect(html).not.toContain('__reactRouter');
  }
});

test('what changed between two versions can be read', async ({ page }) => {
  await page.goto('/en/manuals/cheonggyecheon-restoration/history');
  await page.getByRole('link', { name: /compare|changed/i }).first().click();
  await expect(page).toHaveURL(/compare\/1\.0\/1\.1$/);
  await expect(page.locator('ins').first()).toBeVisible();
});

test('she prints it as a report with its address and a code to scan', async ({ page }) => {
  await page.goto('/en/manuals/cheonggyecheon-restoration');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner').getByRole('navigation').first()).toBeHidden();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.byteLength).toBeGreaterThan(50_000);
  await expect(page.locator('svg').filter({ visible: true }).first()).toBeVisible();
});

test('a person with a keyboard only skips to the text and opens the language menu', async ({ page }) => {
  await page.goto('/en/manuals');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAttribute('href', '#content');
  await page.keyboard.press('Enter');
  const summary = page.getByRole('banner').locator('summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner').getByRole('link', { name: /العربية/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner').getByRole('link', { name: /العربية/ })).toBeHidden();
});
