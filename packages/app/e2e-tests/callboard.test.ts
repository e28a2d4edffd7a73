import { expect, test } from '@playwright/test';
import { incident, rowOf, search, serviceWhere } from './company';

function withRole(role: string): Promise<string> {
  return serviceWhere(service => service.role === role);
}

test('the board lists services worst first and needs no click to sign in', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/callboard/);
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page.getByRole('row').nth(5)).toBeVisible();
});

test('a build that breaks turns its row red while one watches, and the service page says the same', async ({
  page,
}) => {
  const name = await withRole('plain');
  await incident({ kind: 'build-succeeded', service: name });
  await search(page, name);
  await expect(rowOf(page, name)).toContainText('OK');
  await incident({ kind: 'build-failed', service: name });
  await expect(rowOf(page, name)).toContainText('Failing');

  await page.goto(`/catalog/default/component/${name}/callboard`);
  await expect(page.getByText('build-failed').first()).toBeVisible();
  await expect(page.getByText(/Failing/).first()).toBeVisible();
});

test('every cell says why it is not green', async ({ page }) => {
  const name = await withRole('near-name');
  await search(page, name);
  await expect(rowOf(page, name)).toContainText('Unknown');
  await rowOf(page, name).getByRole('link', { name, exact: true }).focus();
  await page.keyboard.press('w');
  await expect(page.getByRole('dialog')).toContainText(/shows no job/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a view is a link: filters survive a reload', async ({ page }) => {
  await page.goto('/callboard');
  await page
    .getByRole('button', { name: /Unknown/ })
    .first()
    .click();
  await expect(page).toHaveURL(/status=unknown/);
  await page.reload();
  await expect(
    page.getByRole('button', { name: /Unknown/ }).first(),
  ).toHaveAttribute('aria-pressed', 'true');
});

test('a Jenkins that goes away is named, and its services stay, stale', async ({
  page,
}) => {
  await page.goto('/callboard');
  await expect(page.getByRole('grid')).toBeVisible();
  await incident({ kind: 'source-down', source: 'mobile' });
  try {
    await expect(
      page.getByText(/jenkins\/mobile.*unreachable/i).first(),
    ).toBeVisible();
    await page.goto('/callboard?source=jenkins%2Fmobile');
    await expect(page.getByText('stale').first()).toBeVisible({
      timeout: 40_000,
    });
  } finally {
    await incident({ kind: 'source-up', source: 'mobile' });
  }
});

test('the sources page and its annotation doctor', async ({ page }) => {
  const name = await withRole('near-name');
  await page.goto('/callboard/sources');
  await expect(page.getByText('jenkins/main').first()).toBeVisible();
  await expect(
    page.getByRole('link', { name, exact: true }).first(),
  ).toBeVisible();
});

test('the wallboard says how old its data is, and sounds the alarm when the server is not heard', async ({
  page,
}) => {
  await page.goto('/callboard/wallboard');
  await expect(page.getByText(/data as of/i).first()).toBeVisible();
  await page.route('**/api/callboard/**', route => route.abort());
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 60_000 });
});
