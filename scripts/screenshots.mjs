// Makes the pictures of the READMEs from the running demo, which it starts where none runs.
// `npm run screenshots -- --out FOLDER` writes them elsewhere; --all adds dark and 400 px; --only NAME picks some.
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
    /** Pictures whose names begin like this. */
    only: { type: 'string', default: '' },
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

const session = await fetch(`${BACKEND}/api/auth/guest/refresh`, {
  headers: { 'x-requested-with': 'XMLHttpRequest' },
});
const { token } = (await session.json()).backstageIdentity;

/** Asks the backend as whoever is signed in to the demo. */
async function call(path, { method = 'GET', headers, body } = {}) {
  const response = await fetch(`${BACKEND}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.json();
}

/** Refs of a failing service and of one whose annotation names nothing, for the pictures of their pages. */
async function pickServices() {
  const first = async query => {
    const { items } = await call(`/callboard/v1/services?limit=1&${query}`);
    return items[0]?.name;
  };
  const end = Date.now() + 120_000;
  for (;;) {
    const failing = await first('status=failing&code=below-minimum');
    const unknown = await first('code=not-found');
    if ((failing && unknown) || Date.now() > end) return { failing, unknown };
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
}

/** A runbook of the demo by its title, once it is written. */
async function pickRunbook(title) {
  const end = Date.now() + 120_000;
  for (;;) {
    const { items = [] } = await call('/runbooks/v1/runbooks?limit=200');
    const found = items.find(item => item.title === title);
    if (found || Date.now() > end) return found;
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
}

/** A run in the middle of its steps. */
async function startRun(runbook, service) {
  const answer = await call(
    `/callboard/v1/services/component/default/${service}`,
  );
  const finding = answer.observations
    ?.flatMap(({ aspect, findings }) =>
      findings.map(one => ({ aspect, ...one })),
    )
    .find(({ code }) => code === 'crash-loop');
  const run = await call(`/runbooks/v1/runbooks/${runbook.id}/runs`, {
    method: 'POST',
    body: {
      entityRef: `component:default/${service}`,
      params: finding?.params ?? {},
      ...(finding && {
        finding: {
          aspect: finding.aspect,
          code: finding.code,
          message: finding.message,
          since: finding.since,
          status: finding.status,
          params: finding.params,
        },
      }),
    },
  });
  const step = (n, body) =>
    call(`/runbooks/v1/runs/${run.id}/steps/${n}`, { method: 'PATCH', body });
  await step(1, { state: 'done', note: 'two of six serve' });
  await step(2, { state: 'skipped', note: 'the log says it all' });
  return run;
}

/** Somebody else saves while this editor is open; both changed the same line. */
async function causeConflict(tab, id) {
  const line = 'Customers see an error page';
  const text = tab.getByRole('textbox', { name: /Text of the runbook/ });
  await text.getByText(line).first().click();
  await tab.keyboard.press('End');
  await tab.keyboard.type(' Say so on the status page.');
  const theirs = await call(`/runbooks/v1/runbooks/${id}`);
  await call(`/runbooks/v1/runbooks/${id}`, {
    method: 'PUT',
    headers: { 'if-match': `"${theirs.version}"` },
    body: {
      entityRef: theirs.entityRef,
      title: theirs.title,
      content: theirs.content.replace(line, `${line} or wait for ever`),
      note: 'They wait, too',
    },
  });
  await tab.getByLabel(/^Why/).fill('Where customers look');
  await tab
    .getByRole('button', { name: /^(Save|Publish)/ })
    .first()
    .click();
}

const { failing, unknown } = await pickServices();
const runbook = await pickRunbook('Storefront out of memory');
const run = await startRun(runbook, 'storefront-web');
/** Archived at the end: a copy that may be changed. */
const edited = await call('/runbooks/v1/runbooks', {
  method: 'POST',
  body: {
    entityRef: runbook.entityRef,
    title: runbook.title,
    content: (await call(`/runbooks/v1/runbooks/${runbook.id}`)).content,
    matches: runbook.matches,
    tags: runbook.tags,
  },
});
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
  {
    name: 'runbooks',
    url: '/runbooks',
    wait: 'text=Storefront out of memory >> nth=0',
  },
  {
    name: 'runbook',
    url: `/runbooks/${runbook.id}`,
    wait: 'text=kubectl >> nth=0',
  },
  {
    name: 'runbook-run',
    url: `/runbooks/runs/${run.id}`,
    wait: 'text=kubectl >> nth=0',
  },
  {
    name: 'runbook-editor',
    url: `/runbooks/${edited.id}/edit`,
    wait: '.cm-content',
  },
  {
    name: 'runbook-conflict',
    url: `/runbooks/${edited.id}/edit`,
    wait: '.cm-content',
    act: tab => causeConflict(tab, edited.id),
    then: 'text=Take theirs here',
  },
  {
    name: 'runbook-history',
    url: `/runbooks/${runbook.id}/history`,
    wait: 'text=that are the same >> nth=0',
  },
  {
    name: 'runbook-coverage',
    url: '/runbooks/coverage',
    wait: 'text=without a runbook >> nth=0',
  },
  {
    name: 'runbooks-of-service',
    url: `${entity('storefront-web')}/runbooks`,
    wait: 'text=Storefront out of memory >> nth=0',
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
    for (const page of PAGES.filter(one => one.name.startsWith(values.only))) {
      const tab = await context.newPage();
      tab.on('pageerror', error =>
        process.stderr.write(`${page.name}: ${error.message}\n`),
      );
      await tab.goto(`${PORTAL}${page.url}`);
      const complain = error =>
        process.stderr.write(`${page.name}${look.suffix}: ${error.message}\n`);
      const untilSeen = what =>
        tab.locator(what).first().waitFor({ timeout: 60_000 }).catch(complain);
      await untilSeen(page.wait);
      if (page.act) {
        await page.act(tab).catch(complain);
        await untilSeen(page.then);
      }
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
  await call(`/runbooks/v1/runs/${run.id}/finish`, {
    method: 'POST',
    body: { outcome: 'fixed' },
  });
  await fetch(`${BACKEND}/api/runbooks/v1/runbooks/${edited.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  });
  if (demo) await stop(demo);
}
process.exit(0);
