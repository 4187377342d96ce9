import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderReport } from './index.js';
import { inventedPlan } from './invented-plan.js';
import { inventedRelease } from './invented-release.js';

/** The tables of one basis, as if they were of people who were screened. */
const { bases: _, ...plan } = inventedRelease().plan;
const screened = inventedRelease({
  plan,
  tables: inventedRelease()
    .tables.filter(({ basis }) => basis === 'identified')
    .map((table) => ({ ...table, basis: 'all' as const })),
});

const report = renderReport(inventedRelease(), {
  title: 'Victims of trafficking in four countries, 2020 to 2024',
  date: '23 November 2026',
  coverage: [{ country: 'LC', reported: ['police'], silent: ['customs'] }],
  screened,
  plans: ['BB', 'BS', 'JM', 'LC'].map((country) => inventedPlan({ country: country as 'LC' })),
});

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CTDX_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
});
afterAll(() => browser?.close());

/** Shows the report, with everything that it asks for or complains about. */
async function show(width: number, colorScheme: 'light' | 'dark' = 'light') {
  const page = await browser.newPage({ viewport: { width, height: 740 }, colorScheme });
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.setContent(report, { waitUntil: 'load' });
  return { page, asked, complaints };
}

/** Relative luminance contrast of the text of each element against what is painted behind it. */
function contrasts(page: Page, selector: string): Promise<number[]> {
  return page.$$eval(selector, (elements) => {
    const channel = (value: number) =>
      value <= 10.3 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    const luminance = (color: string) => {
      const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number).map(channel);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element: Element | null): string => {
      const color = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)';
      return color === 'rgba(0, 0, 0, 0)' && element ? behind(element.parentElement) : color;
    };
    return elements.map((element) => {
      const style = getComputedStyle(element);
      const ink = luminance(element instanceof SVGElement ? style.fill : style.color);
      const paper = luminance(behind(element));
      return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    });
  });
}

describe.each([360, 1280])('a report %i px wide', (width) => {
  test('asks the network for nothing and complains about nothing', async () => {
    const { asked, complaints } = await show(width);
    expect([...asked, ...complaints]).toEqual([]);
  });

  test('does not scroll sideways, and neither does any table', async () => {
    const { page } = await show(width);
    const wide = await page.$$eval('html, .scroll', (elements) =>
      elements
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map((element) => element.className),
    );
    expect(wide).toEqual([]);
  });

  test('shows every table, with text no smaller than 11 px', async () => {
    const { page } = await show(width);
    const sizes = await page.$$eval('th, td, caption', (cells) =>
      cells.map((cell) => (cell.clientHeight > 0 ? Number.parseFloat(getComputedStyle(cell).fontSize) : 0)),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });

  test('draws text of charts no smaller than 10 px', async () => {
    const { page } = await show(width);
    const sizes = await page.$$eval('.chart text', (texts) =>
      texts.map((text) => {
        const scale = (text as SVGTextElement).getScreenCTM()?.a ?? 0;
        return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      }),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
  });

  test('keeps every text of a chart inside it', async () => {
    const { page } = await show(width);
    const outside = await page.$$eval('.chart text', (texts) =>
      texts.flatMap((text) => {
        const inner = text.getBoundingClientRect();
        const outer = text.closest('svg')?.getBoundingClientRect() ?? inner;
        const fits =
          inner.left >= outer.left - 1 &&
          inner.right <= outer.right + 1 &&
          inner.top >= outer.top - 1 &&
          inner.bottom <= outer.bottom + 1;
        return fits ? [] : [text.textContent];
      }),
    );
    expect(outside).toEqual([]);
  });

  test('says on every screenful that the data are invented', async () => {
    const { page } = await show(width);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0; top < height; top += 740) {
      await page.evaluate((y) => window.scrollTo(0, y), top);
      expect(await page.locator('.invented').boundingBox()).toMatchObject({ y: 0 });
    }
  });

  test.each(['light', 'dark'] as const)('has enough contrast when it is %s', async (scheme) => {
    const { page } = await show(width, scheme);
    const found = await contrasts(
      page,
      'h1, h2, h3, p, li, dt, dd, th, td, caption, .chart .name, .chart .number',
    );
    // WCAG 2.2, success criterion 1.4.3.
    expect(Math.min(...found)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('to who hears it', () => {
  test('every chart, table and region has a name', async () => {
    const { page } = await show(1280);
    const names = async (role: 'img' | 'table' | 'region') =>
      Promise.all((await page.getByRole(role).all()).map((one) => one.ariaSnapshot()));
    const found = [...(await names('img')), ...(await names('table')), ...(await names('region'))];
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((snapshot) => !/^- '?(img|table|region) "[^"]+"/.test(snapshot))).toEqual([]);
  });
});
