import { chromium, type Page } from '@playwright/test';
import { chromiumOptions } from '../scripts/chromium.cjs';
import { startBackend, untilObserved } from './backendProcess';
import { buildPortal } from './buildPortal';
import { sqliteDatabase } from './databases';
import { milliseconds, quantile, report } from './report';

const SERVICES_COUNT = 10_000;
const CATALOG_COUNT = 2_000;
const VISITS_COUNT = 5;
const LONGEST_TASK_MS = 100;

async function firstRow(page: Page, url: string, row: string): Promise<number> {
  await page.goto('about:blank');
  const start = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(row).first().waitFor({ timeout: 120_000 });
  return performance.now() - start;
}

/** Scrolls through everything and tells the main thread's long tasks, in milliseconds. */
async function scrollThrough(
  page: Page,
): Promise<{ tasks: number[]; rows: number }> {
  return page.evaluate(async () => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver(list =>
      list.getEntries().forEach(entry => tasks.push(entry.duration)),
    );
    observer.observe({ type: 'longtask' });
    const isScroller = (element: Element) =>
      element.scrollHeight > element.clientHeight + 100 &&
      /auto|scroll/.test(getComputedStyle(element).overflowY);
    const scroller =
      [...document.querySelectorAll('main, main *')].find(isScroller) ??
      document.scrollingElement!;
    let seen = 0;
    let quietFrames = 0;
    while (quietFrames < 120) {
      scroller.scrollTop += scroller.clientHeight * 0.8;
      await new Promise(requestAnimationFrame);
      const all = [
        ...document.querySelectorAll('[role=row][aria-rowindex]'),
      ].map(row => Number(row.getAttribute('aria-rowindex')));
      const last = Math.max(0, ...all);
      quietFrames = last > seen ? 0 : quietFrames + 1;
      seen = Math.max(seen, last);
    }
    observer.disconnect();
    return { tasks, rows: seen };
  });
}

/** The board with 10,000 services in a browser, beside the catalog index of the same app with 2,000. */
export async function benchBrowser(): Promise<void> {
  buildPortal();
  const database = sqliteDatabase();
  const backend = await startBackend({
    port: 7109,
    services: SERVICES_COUNT,
    conditional: false,
    database: database.config,
    callboard: database.callboard,
    portal: { catalogEntities: CATALOG_COUNT },
  });
  const browser = await chromium.launch(chromiumOptions());
  try {
    await untilObserved(backend, SERVICES_COUNT);
    await untilCatalogHas(backend.getJson, CATALOG_COUNT);
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    });
    const portal = `http://localhost:7109`;
    const board: number[] = [];
    const catalog: number[] = [];
    for (let visit = 0; visit <= VISITS_COUNT; visit++) {
      const boardMs = await firstRow(
        page,
        `${portal}/callboard`,
        '[role=grid] [role=row] a[href*="/catalog/"]',
      );
      const catalogMs = await firstRow(
        page,
        `${portal}/catalog`,
        'table tbody tr a[href*="/catalog/"]',
      );
      // The first visit fills the browser's cache for both.
      if (visit === 0) continue;
      board.push(boardMs);
      catalog.push(catalogMs);
    }
    report({
      name: `first rows of ${SERVICES_COUNT} services, against the catalog index with ${CATALOG_COUNT}`,
      measured: milliseconds(board),
      against: milliseconds(catalog),
      ratio: quantile(board, 0.5) / quantile(catalog, 0.5),
      bar: 1,
    });
    await firstRow(
      page,
      `${portal}/callboard`,
      '[role=grid] [role=row] a[href*="/catalog/"]',
    );
    const { tasks, rows } = await scrollThrough(page);
    const longest = Math.max(0, ...tasks);
    report({
      name: `longest main-thread task while scrolling through ${rows} rows`,
      measured: `${longest.toFixed(0)} ms, ${tasks.length} tasks over 50 ms`,
      against: `${LONGEST_TASK_MS} ms`,
      ratio: longest / LONGEST_TASK_MS,
      bar: 1,
    });
  } finally {
    await browser.close();
    await backend.stop();
    await database.remove();
  }
}

async function untilCatalogHas(
  getJson: (route: string) => Promise<any>,
  count: number,
): Promise<void> {
  const end = Date.now() + 600_000;
  while (Date.now() < end) {
    const { totalItems } = await getJson(
      '/api/catalog/entities/by-query?filter=kind=component&limit=1',
    );
    if (totalItems >= count) return;
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
  throw new Error(`The catalog did not take ${count} entities in time`);
}
