import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { NOWHERE, PAGES } from './pages.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation { id: string; nodes: { html: string }[] }

async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, not as a script of the page: the content security policy stays as it is.
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (context: object, options: object) => Promise<{ violations: Violation[] }> } };
    return (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 2).map((node) => node.html).join(' | ')}`);
}

for (const locale of ['en', 'ar']) {
  for (const path of [...PAGES, NOWHERE]) {
    test(`/${locale}${path} has no fault that axe finds, light or dark`, async ({ page }) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(`/${locale}${path}`);
        expect(await violations(page)).toEqual([]);
      }
    });
  }
}

for (const locale of ['en', 'ko', 'ar', 'th']) {
  for (const path of [...PAGES, NOWHERE]) {
    test(`/${locale}${path} fits 320 px and asks no third party for anything`, async ({ page, baseURL }) => {
      const foreign: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL ?? ''}/`) && !request.url().startsWith('data:')) foreign.push(request.url());
      });
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text());
      });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(`/${locale}${path}`);
      const html = page.locator('html');
      await expect(html).toHaveAttribute('lang', locale);
      await expect(html).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await expect(page.locator('h1')).toHaveCount(1);
      expect(foreign).toEqual([]);
      expect(errors).toEqual([]);
    });
  }
}
