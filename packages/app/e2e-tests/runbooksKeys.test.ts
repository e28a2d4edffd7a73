import { expect, test, type Locator, type Page } from '@playwright/test';
import { editorOf, RunbooksApi } from './runbooks';

const TEXT = `## Diagnosis

1. Look at the queue

   \`\`\`sh
   kubectl -n shop get pods
   \`\`\`

2. Look at the log

3. Drain the node
`;

/** More stops than any page has on the way. */
const STOPS_MAX_COUNT = 80;

/** Goes on by Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < STOPS_MAX_COUNT; stop++) {
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}`);
}

test.describe('by keys alone', () => {
  let api: RunbooksApi;
  let id: string;

  test.beforeEach(async () => {
    api = await RunbooksApi.signIn();
    await api.untilWritten('Storefront out of memory');
    ({ id } = await api.create({
      title: 'Gone through by keys',
      content: TEXT,
      state: 'published',
    }));
  });

  test.afterEach(() => api.archive(id));

  test('a runbook is found, read, gone through and finished', async ({
    page,
  }) => {
    await page.goto('/runbooks');
    await expect(page.getByRole('table')).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type('Gone through by keys');
    const link = page.getByRole('link', { name: 'Gone through by keys' });
    await expect(link).toHaveCount(1);
    await tabTo(page, link);
    await page.keyboard.press('Enter');

    await tabTo(page, page.getByRole('button', { name: 'Dry run' }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/runbooks\/runs\//);
    const runId = new URL(page.url()).pathname.split('/').at(-1);
    const step = (name: string) =>
      page.getByRole('listitem', { name: new RegExp(name) }).first();

    await expect(step('Look at the queue')).toHaveAttribute(
      'aria-current',
      'step',
    );
    await page.keyboard.press('d');
    await expect(step('Look at the log')).toHaveAttribute(
      'aria-current',
      'step',
    );
    await page.keyboard.press('s');
    await expect(page.getByRole('textbox', { name: 'Why?' })).toBeFocused();
    await page.keyboard.type('Nobody logs anything');
    await tabTo(page, page.getByRole('button', { name: 'Save as skipped' }));
    await page.keyboard.press('Enter');
    await expect(step('Drain the node')).toHaveAttribute(
      'aria-current',
      'step',
    );
    await page.keyboard.press('d');
    await expect(page.getByText(/^3 of 3 steps handled/)).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: 'Finish run' }).first());
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByRole('button', { name: 'Finish run' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(/This run is over/)).toBeVisible();

    const run = await api.read('GET', `/runs/${runId}`);
    expect(run.steps).toMatchObject([
      { state: 'done' },
      { state: 'skipped', note: 'Nobody logs anything' },
      { state: 'done' },
    ]);
  });

  test('a runbook is edited and saved, and Tab leads out of its text', async ({
    page,
  }) => {
    await page.goto(`/runbooks/${id}/edit`);
    await expect(editorOf(page)).toContainText('Drain the node');
    await tabTo(page, editorOf(page));
    await page.keyboard.press('Control+End');
    await page.keyboard.type('4. Call the owners');
    await page.keyboard.press('Control+s');
    await expect
      .poll(async () => (await api.get(id)).content)
      .toContain('4. Call the owners');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(editorOf(page)).not.toBeFocused();
  });
});
