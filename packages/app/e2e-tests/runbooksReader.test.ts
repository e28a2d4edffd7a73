import { expect, test } from '@playwright/test';
import { RunbooksApi } from './runbooks';

const LINES = 'Words that make this part long.\n\n'.repeat(40);

const TEXT = `## Diagnosis

### Look at the pods

See [the docs](https://docs.example/pods).

${LINES}

### Go back

\`\`\`text
> [!WARNING] This is what the pod says.
\`\`\`

\`\`\`sh
kubectl -n {{namespace}} rollout undo deployment/<deployment>
\`\`\`
`;

async function written() {
  const api = await RunbooksApi.signIn();
  return api.create({
    title: `To be read ${Date.now()}`,
    content: TEXT,
    state: 'published',
  });
}

test('an address leads to its step, and the contents stand above the text on a phone', async ({
  page,
}) => {
  const { id } = await written();
  await page.goto(`/runbooks/${id}?p.namespace=shop#step-2`);
  const step = page.locator('#step-2');
  await expect(step).toBeFocused();
  await expect(step).toBeInViewport();

  await page.setViewportSize({ width: 400, height: 800 });
  const contents = page.getByRole('button', { name: 'Show contents' });
  const text = page.getByRole('article');
  const [above, below] = [
    await contents.boundingBox(),
    await text.boundingBox(),
  ];
  expect(above!.y).toBeLessThan(below!.y);
  await expect(page.getByRole('link', { name: '1. Look' })).toBeHidden();
  await contents.click();
  await page.getByRole('link', { name: '1. Look at the pods' }).click();
  await expect(page.locator('#step-1')).toBeInViewport();
  await expect(page).toHaveURL(/#step-1$/);
  await expect(page.getByRole('link', { name: '1. Look' })).toBeHidden();
});

test('a command waits for its tick and its values', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { id } = await written();
  await page.goto(`/runbooks/${id}?p.namespace=shop`);
  const copy = page.getByRole('button', { name: /^Copy kubectl -n shop/ });
  await expect(copy).toBeDisabled();
  await page.getByRole('checkbox', { name: /This changes things/ }).check();
  await copy.click();
  const field = page.getByRole('textbox', { name: 'workload' });
  await expect(field).toBeFocused();
  await page.keyboard.type('api');
  await expect(copy).toBeDisabled();
  await page.getByRole('checkbox', { name: /This changes things/ }).check();
  await copy.click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'kubectl -n shop rollout undo deployment/api',
  );
});

test('what is printed is the runbook, black on white', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
  const { id } = await written();
  await page.goto(`/runbooks/${id}?p.cluster=prod-eu&p.namespace=shop`);
  await expect(page.getByRole('article')).toBeVisible();
  await page.emulateMedia({ media: 'print' });

  await expect(page.getByText('You act on prod-eu')).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByText('Catalog')).toBeHidden();
  const drawn = await page.getByRole('article').evaluate(article => ({
    color: getComputedStyle(article).color,
    background: getComputedStyle(document.body).backgroundColor,
    left: article.getBoundingClientRect().left,
    address: getComputedStyle(
      article.querySelector('a[href*="docs.example"]')!,
      '::after',
    ).content,
  }));
  expect(drawn).toMatchObject({
    color: 'rgb(0, 0, 0)',
    background: 'rgb(255, 255, 255)',
    left: 0,
  });
  expect(drawn.address).toContain('docs.example/pods');
});
