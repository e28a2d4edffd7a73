import { expect, test } from '@playwright/test';
import { incident, rowOf, search, serviceWhere } from './company';

/** One that is well in Jenkins, and whose workloads carry its name. */
function inCluster(): Promise<string> {
  return serviceWhere(
    ({ role, name, annotations }) =>
      role === 'plain' && annotations['backstage.io/kubernetes-id'] === name,
  );
}

test('a workload that breaks its promise turns the row red while one watches, and the page says why and what to do', async ({
  page,
}) => {
  const service = await inCluster();
  await incident({ kind: 'workload-restored', service });
  await search(page, service);
  await expect(rowOf(page, service)).toBeVisible();
  await incident({ kind: 'job-failed', service });
  try {
    await expect(rowOf(page, service)).toContainText('Failing');
    await expect(rowOf(page, service)).toContainText('kubernetes/prod-eu');

    await page.goto(`/catalog/default/component/${service}/callboard`);
    await expect(page.getByText('job-failed').first()).toBeVisible();
    await expect(
      page.getByText(/kubectl --context prod-eu -n /).first(),
    ).toBeVisible();
    const details = page.getByRole('button', { name: /^Details of Job / });
    await details.first().click();
    await expect(details.first()).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByText('BackoffLimitExceeded').first()).toBeVisible();
  } finally {
    await incident({ kind: 'workload-restored', service });
  }
});

test('a cluster that falls silent is named, and what it said stays, stale', async ({
  page,
}) => {
  await page.goto('/callboard');
  await expect(page.getByRole('grid')).toBeVisible();
  await incident({ kind: 'source-hang', source: 'kubernetes/staging' });
  try {
    await expect(
      page.getByText(/kubernetes\/staging.*unreachable/i).first(),
    ).toBeVisible();
    await page.goto('/callboard?source=kubernetes%2Fstaging');
    await expect(page.getByText('stale').first()).toBeVisible();
  } finally {
    await incident({ kind: 'source-up', source: 'kubernetes/staging' });
  }
});

test('the page of a cluster shows its nodes and what nobody owns', async ({
  page,
}) => {
  await page.goto('/callboard/sources');
  await page
    .getByRole('link', { name: 'kubernetes/prod-eu', exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(/\/callboard\/sources\/kubernetes\/prod-eu/);
  await expect(page.getByText('Watching').first()).toBeVisible();
  await expect(page.getByText('Nodes').first()).toBeVisible();
  await expect(page.getByText('Unclaimed workloads').first()).toBeVisible();
  await expect(page.getByText('coredns').first()).toBeVisible();
});
