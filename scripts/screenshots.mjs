// Makes the pictures of the READMEs from the running demo, which it starts where none runs.
// `npm run screenshots -- --out FOLDER` writes them elsewhere; --all adds dark and 400 px.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumOptions } from './chromium.cjs';
import { ROOT, startNode, stop, untilOk } from './processes.mjs';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'docs/images' },
    all: { type: 'boolean', default: false },
  },
});
const out = path.resolve(ROOT, values.out);
const PORTAL = 'http://localhost:3000';
const BACKEND = 'http://127.0.0.1:7007';
const READY = `${BACKEND}/.backstage/health/v1/readiness`;

const running = await fetch(READY).then(
  response => response.ok,
  () => false,
);
const demo = running
  ? undefined
  : startNode({ args: ['scripts/start.mjs'], cwd: ROOT });
await untilOk(READY, { child: demo });
await untilOk(PORTAL, { child: demo });

/** Refs of a failing service and of one whose annotation names nothing, for the pictures of their pages. */
async function pickServices() {
  const session = await fetch(`${BACKEND}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { token } = (await session.json()).backstageIdentity;
  const first = async query => {
    const response = await fetch(
      `${BACKEND}/api/callboard/v1/services?limit=1&${query}`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    return (await response.json()).items[0]?.name;
  };
  const end = Date.now() + 120_000;
  for (;;) {
    const failing = await first('status=failing&code=below-minimum');
    const unknown = await first('code=not-found');
    if ((failing && unknown) || Date.now() > end) return { failing, unknown };
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
}

const { failing, unknown } = await pickServices();
const entity = name => `/catalog/default/component/${name}`;
const PAGES = [
  { name: 'board', url: '/callboard', wait: '[role=grid] [role=row] >> nth=5' },
  {
    name: 'board-grouped',
    url: '/callboard?group=code',
    wait: 'text=build-failed >> nth=0',
  },
  { name: 'wallboard', url: '/callboard/wallboard', wait: 'text=data as of' },
  {
    name: 'sources',
    url: '/callboard/sources',
    wait: 'text=jenkins/main >> nth=0',
  },
  {
    name: 'cluster',
    url: '/callboard/sources/kubernetes/prod-eu',
    wait: 'text=Unclaimed workloads',
  },
  {
    name: 'service',
    url: `${entity(failing)}/callboard`,
    wait: 'text=Timeline',
  },
  { name: 'overview', url: entity(failing), wait: 'text=Details' },
  {
    name: 'service-unknown',
    url: `${entity(unknown)}/callboard`,
    wait: 'text=Timeline',
  },
];
const LOOKS = values.all
  ? [
      { suffix: '.light', theme: 'light', width: 1440, height: 1000 },
      { suffix: '.dark', theme: 'dark', width: 1440, height: 1000 },
      { suffix: '-400.light', theme: 'light', width: 400, height: 900 },
      { suffix: '-400.dark', theme: 'dark', width: 400, height: 900 },
    ]
  : [{ suffix: '', theme: 'light', width: 1440, height: 1000 }];

mkdirSync(out, { recursive: true });
const browser = await chromium.launch(chromiumOptions());
try {
  for (const look of LOOKS) {
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.height },
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    await context.addInitScript(
      theme => window.localStorage.setItem('theme', theme),
      look.theme,
    );
    for (const page of PAGES) {
      const tab = await context.newPage();
      tab.on('pageerror', error =>
        process.stderr.write(`${page.name}: ${error.message}\n`),
      );
      await tab.goto(`${PORTAL}${page.url}`);
      await tab
        .locator(page.wait)
        .first()
        .waitFor({ timeout: 60_000 })
        .catch(error =>
          process.stderr.write(
            `${page.name}${look.suffix}: ${error.message}\n`,
          ),
        );
      await tab.waitForLoadState('networkidle').catch(() => {});
      const file = path.join(out, `${page.name}${look.suffix}.png`);
      await tab.screenshot({ path: file, fullPage: values.all });
      process.stdout.write(`${path.relative(ROOT, file)}\n`);
      await tab.close();
    }
    await context.close();
  }
} finally {
  await browser.close();
  if (demo) await stop(demo);
}
process.exit(0);
