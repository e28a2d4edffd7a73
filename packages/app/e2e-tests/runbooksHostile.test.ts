import { expect, test, type Page } from '@playwright/test';
// A fixture, which its package does not export.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { HOSTILE_MARKDOWN } from '../../../plugins/runbooks-common/src/markdown/__fixtures__/hostileMarkdown';
import { follow, RunbooksApi } from './runbooks';

/** Where the portal may ask; everything else is somebody who wants to know who reads. */
const OWN_HOSTS = ['localhost:3000', 'localhost:7007', '127.0.0.1:7007'];

/** What a page did that nobody asked it for. */
class Deeds {
  readonly #found: string[] = [];

  static of(page: Page): Deeds {
    const deeds = new Deeds();
    page.on('dialog', async dialog => {
      deeds.#found.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on('request', request => {
      const { host, protocol } = new URL(request.url());
      if (
        protocol !== 'data:' &&
        protocol !== 'blob:' &&
        !OWN_HOSTS.includes(host)
      ) {
        deeds.#found.push(`request: ${request.url()}`);
      }
    });
    page.on('popup', popup => deeds.#found.push(`popup: ${popup.url()}`));
    return deeds;
  }

  take(): string[] {
    return this.#found.splice(0);
  }
}

/** What stands in the page that could act, now or when somebody touches it. */
function traps(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const found: string[] = [];
    const runs = /^(?:javascript|vbscript|data|file|blob):/;
    const protocolOf = (address: string) =>
      URL.canParse(address, window.location.href)
        ? new URL(address, window.location.href).protocol
        : 'none:';
    for (const element of document.querySelectorAll('body *')) {
      const name = element.tagName.toLowerCase();
      if (
        /^(?:iframe|frame|object|embed|applet|base|portal|meta|link|style|math|marquee|foreignobject|animate|set)$/.test(
          name,
        )
      ) {
        found.push(`<${name}>`);
      }
      for (const { name: attribute, value } of element.attributes) {
        if (/^on/i.test(attribute)) found.push(`<${name} ${attribute}>`);
        if (
          /^(?:href|xlink:href|src|action|formaction|data|poster|ping|srcdoc)$/i.test(
            attribute,
          ) &&
          runs.test(protocolOf(value))
        ) {
          found.push(`<${name} ${attribute}="${value}">`);
        }
        if (attribute === 'style' && /url\(/i.test(value)) {
          found.push(`<${name} style="${value}">`);
        }
      }
      // Whoever clobbers these makes the page call something else than it means.
      if (
        ['document', 'getElementById', 'location', 'root'].includes(
          element.id,
        ) &&
        name !== 'div'
      ) {
        found.push(`<${name} id="${element.id}">`);
      }
    }
    return found;
  });
}

for (const place of ['reader', 'editor'] as const) {
  test(`the ${place} renders ${HOSTILE_MARKDOWN.length} hostile texts and runs, fetches and keeps nothing of them`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    const api = await RunbooksApi.signIn();
    await api.untilWritten('Storefront out of memory');
    const deeds = Deeds.of(page);
    await page.goto('/runbooks');
    await expect(
      page.getByText('Storefront out of memory').first(),
    ).toBeVisible();
    const scripts = await page.locator('body script').count();
    const usual = await traps(page);

    for (const [index, { name, markdown }] of HOSTILE_MARKDOWN.entries()) {
      const title = `Hostile ${place} ${index}`;
      const content = `${markdown}\n\n## Diagnosis\n\nThe end.\n`;
      const response = await api.call('POST', '/runbooks', {
        entityRef: 'component:default/gift-cards',
        title,
        content,
      });
      if (response.status === 400) {
        // What no database keeps is refused.
        expect(markdown, name).toContain('\u0000');
        continue;
      }
      const { id } = await response.json();
      await follow(page, `/runbooks/${id}${place === 'editor' ? '/edit' : ''}`);
      await expect(
        page.getByRole('heading', { name: title }).first(),
      ).toBeVisible();
      const found = [...(await traps(page)), ...deeds.take()];
      expect(
        found.filter(one => !usual.includes(one)),
        `${name}: ${markdown}`,
      ).toEqual([]);
      expect(await page.locator('body script').count(), name).toBe(scripts);
      await api.archive(id);
    }
  });
}

test('a hostile value of a finding becomes one quoted word of a command', async ({
  page,
}) => {
  const api = await RunbooksApi.signIn();
  const { id } = await api.create({
    title: 'Hostile value',
    content:
      '## Diagnosis\n\n1. Look\n\n   ```sh\n   kubectl -n {{namespace}} get pod {{pod}}\n   ```\n',
    state: 'published',
  });
  const run = await api.read('POST', `/runbooks/${id}/runs`, {
    dryRun: true,
    params: {
      namespace: 'shop',
      pod: "x'; rm -rf / #<img src=x onerror=alert(1)>",
    },
  });
  const deeds = Deeds.of(page);
  await page.goto(`/runbooks/runs/${run.id}`);
  await expect(
    page.getByText(
      `kubectl -n shop get pod 'x'\\''; rm -rf / #<img src=x onerror=alert(1)>'`,
    ),
  ).toBeVisible();
  expect([...(await traps(page)), ...deeds.take()]).toEqual([]);
  await api.read('POST', `/runs/${run.id}/finish`, {});
  await api.archive(id);
});
