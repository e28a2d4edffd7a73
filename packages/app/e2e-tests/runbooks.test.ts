import { expect, test, type Browser } from '@playwright/test';
import { rowOf, search } from './company';
import { editorOf, RunbooksApi, writeBehind } from './runbooks';

const TEXT = `## Impact

Customers wait.

## Diagnosis

1. Look at the queue

   \`\`\`sh
   kubectl -n {{namespace}} get pods
   \`\`\`

2. Look at the log

## Escalation

Call the owners.
`;

/** A browser of somebody else. */
async function somebody(browser: Browser) {
  const context = await browser.newContext();
  return context.newPage();
}

test('from a red cell to the first command of the right runbook: two clicks', async ({
  page,
}) => {
  const api = await RunbooksApi.signIn();
  const runbook = await api.untilWritten('Storefront out of memory');
  await search(page, 'storefront-web');
  const row = rowOf(page, 'storefront-web');
  await expect(row).toContainText('Failing');

  await row.locator('[data-aspect=kubernetes]').click();
  await page
    .getByRole('link', { name: 'Runbook: Storefront out of memory' })
    .click();

  await expect(page).toHaveURL(new RegExp(`/runbooks/${runbook.id}`));
  await expect(
    page.getByRole('heading', { name: 'Storefront out of memory' }).first(),
  ).toBeVisible();
  await expect(
    page
      .getByText(
        /kubectl --context prod-eu -n storefront get pods -o wide . grep storefront-web/,
      )
      .first(),
  ).toBeVisible();
});

test('two people edit one runbook: what does not touch is joined, what does is shown, nothing is lost', async ({
  page,
  browser,
}) => {
  const api = await RunbooksApi.signIn();
  const { id } = await api.create({ title: 'Edited by two', content: TEXT });
  const other = await somebody(browser);
  for (const editor of [page, other]) {
    await editor.goto(`/runbooks/${id}/edit`);
    await expect(editorOf(editor)).toContainText('Customers wait.');
  }

  await writeBehind(page, 'Call the owners.', ' Then the incident lead.');
  await writeBehind(page, 'Customers wait.', ' For hours.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Version 2 is saved.')).toBeVisible();

  await writeBehind(other, '2. Look at the log', ' of yesterday too');
  await writeBehind(other, 'Customers wait.', ' And complain.');
  await other.getByRole('button', { name: 'Save draft' }).click();
  await expect(
    other.getByText(/saved version 2 while you were editing version 1/),
  ).toBeVisible();
  const { content: between } = await api.get(id);
  expect(between).toContain('For hours.');
  expect(between).not.toContain('And complain.');

  await other.getByRole('button', { name: 'Keep both, I edit' }).click();
  await other.getByRole('button', { name: /^Save/ }).first().click();
  await expect(other.getByText('Version 3 is saved.')).toBeVisible();

  const { content, version } = await api.get(id);
  expect(version).toBe(3);
  for (const words of [
    'Then the incident lead.',
    'For hours.',
    'of yesterday too',
    'And complain.',
  ]) {
    expect(content).toContain(words);
  }
  await other.context().close();
  await api.archive(id);
});

test('offline for a minute while editing: nothing typed is lost, one is told, and saving works again by itself', async ({
  page,
  context,
}) => {
  const api = await RunbooksApi.signIn();
  const { id } = await api.create({ title: 'Edited offline', content: TEXT });
  await page.clock.install();
  await page.goto(`/runbooks/${id}/edit`);
  await expect(editorOf(page)).toContainText('Customers wait.');

  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await writeBehind(page, 'Customers wait.', ' In the dark.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText(/kept on this device/).first()).toBeVisible();
  // All that happens in a minute happens now: every try in vain, every draft that is kept.
  await page.clock.runFor(30_000);
  await writeBehind(page, 'Call the owners.', ' By candlelight.');
  await page.clock.runFor(30_000);
  // Between two tries, or while one goes on.
  const told = page.getByText(/^(?:You are offline\.|Not saved yet)/);
  await expect(told.first()).toBeVisible();
  expect((await api.get(id)).version).toBe(1);

  await context.setOffline(false);
  await expect
    .poll(async () => (await api.get(id)).content, { timeout: 60_000 })
    .toContain('In the dark.');
  await expect(editorOf(page)).toContainText('By candlelight.');
  await expect(told).toHaveCount(0);
  await api.archive(id);
});

test('a draft outlives the page that it was typed in', async ({ page }) => {
  const api = await RunbooksApi.signIn();
  const { id } = await api.create({ title: 'Left open', content: TEXT });
  await page.goto(`/runbooks/${id}/edit`);
  await writeBehind(page, 'Customers wait.', ' Not saved yet.');
  await expect(page.getByText(/draft kept/)).toBeVisible();
  page.on('dialog', dialog => dialog.accept());
  await page.reload();
  await expect(editorOf(page)).toContainText('Not saved yet.');
  expect((await api.get(id)).version).toBe(1);
  await api.archive(id);
});

test('two people go through one runbook and see what the other did', async ({
  page,
  browser,
}) => {
  const api = await RunbooksApi.signIn();
  const { id } = await api.create({
    title: 'Gone through by two',
    content: TEXT,
    state: 'published',
  });
  const run = await api.read('POST', `/runbooks/${id}/runs`, {
    dryRun: true,
    params: { namespace: 'shop' },
  });
  const other = await somebody(browser);
  for (const reader of [page, other]) {
    await reader.goto(`/runbooks/runs/${run.id}`);
    await expect(reader.getByText('kubectl -n shop get pods')).toBeVisible();
  }

  await page.getByRole('button', { name: 'Done' }).click();
  await expect(other.getByText(/1 of 2 steps/)).toBeVisible();
  await other.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(/2 of 2 steps/)).toBeVisible();

  const { steps } = await api.read('GET', `/runs/${run.id}`);
  expect(steps.map(({ state }: { state: string }) => state)).toEqual([
    'done',
    'done',
  ]);
  await other.context().close();
  await api.read('POST', `/runs/${run.id}/finish`, {});
  await api.archive(id);
});

test('what was exported, and imported again, is the same', async () => {
  const api = await RunbooksApi.signIn();
  await api.untilWritten('Storefront out of memory');
  const exported = await (await api.call('GET', '/export')).arrayBuffer();
  const answer = await api.importZip(exported);
  expect(
    answer.items.filter(
      ({ result }: { result: string }) => result !== 'unchanged',
    ),
  ).toEqual([]);
});
