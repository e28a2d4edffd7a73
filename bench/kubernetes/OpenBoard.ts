import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumOptions } from '../../scripts/chromium.cjs';
import { serviceName } from '../services';

const ROW_HEIGHT_PX = 47;
const AROUND_ROWS_PX = 700;
const SHOWN_MAX_MS = 60_000;

declare global {
  interface Window {
    /** Resolves to when the row that is waited for was seen to fail. */
    benchShown?: Promise<number>;
  }
}

/** The board in a browser, tall enough for so many rows, by name. */
export class OpenBoard {
  readonly #browser: Browser;
  readonly #page: Page;

  static async at(portal: string, rows: number): Promise<OpenBoard> {
    const browser = await chromium.launch(chromiumOptions());
    try {
      const page = await browser.newPage({
        viewport: {
          width: 1440,
          height: rows * ROW_HEIGHT_PX + AROUND_ROWS_PX,
        },
      });
      await page.goto(`${portal}/callboard?sort=name`);
      const board = new OpenBoard(browser, page);
      await board.#row(rows - 1).waitFor({ timeout: 120_000 });
      return board;
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.#page = page;
  }

  /** Waits for the row of a service from before a change to when it shows `Failing`. */
  async untilFailing(
    service: number,
    change: () => Promise<number>,
  ): Promise<number> {
    await this.#page.evaluate(
      ({ name, longestMs }) => {
        window.benchShown = new Promise((resolve, reject) => {
          const isFailing = () => {
            const link = document.querySelector(
              `[role=grid] [role=row] a[href$="/${name}"], [role=grid] [role=row] a[href*="/${name}/"]`,
            );
            const row = link?.closest('[role=row]');
            return Boolean(row?.textContent?.includes('Failing'));
          };
          if (isFailing()) {
            reject(new Error(`${name} fails already`));
            return;
          }
          const timer = setTimeout(
            () => reject(new Error(`${name} was never seen to fail`)),
            longestMs,
          );
          const observer = new MutationObserver(() => {
            if (!isFailing()) return;
            observer.disconnect();
            clearTimeout(timer);
            // The clock of this machine is the clock of whoever made the change.
            resolve(Date.now());
          });
          observer.observe(document.body, {
            subtree: true,
            childList: true,
            characterData: true,
          });
        });
        window.benchShown.catch(() => {});
      },
      { name: serviceName(service), longestMs: SHOWN_MAX_MS },
    );
    const changedAt = await change();
    const shownAt = await this.#page.evaluate(() => window.benchShown);
    return (shownAt ?? Infinity) - changedAt;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  #row(service: number) {
    return this.#page
      .locator(`[role=grid] [role=row] a[href*="${serviceName(service)}"]`)
      .first();
  }
}
