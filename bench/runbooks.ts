import { startBackend, type BackendProcess } from './backendProcess';
import { benchDatabases } from './databases';
import { milliseconds, quantile, report } from './report';
import { runbookText } from './runbookTexts';
import type { RunbooksBackendOptions } from './runbooksBackend';
import { serviceName } from './services';

const RUNBOOKS_COUNT = 5_000;
const VERSIONS_COUNT = 2_000;
const LARGE_BYTES = 1024 * 1024;
const USUAL_BYTES = 3 * 1024;
const SERVICES_COUNT = 200;
const PAGE_COUNT = 50;
const AT_ONCE_COUNT = 8;
const ROUNDS_COUNT = 120;
/** Of a text of 1 MiB: what is read out of it afterwards takes seconds. */
const SAVES_COUNT = 20;
/** The last versions are the large ones. */
const LARGE_VERSIONS_COUNT = 10;
const LOOK_MS = 500;
const AT_REST_MAX_MS = 120_000;
const BAR = 3;

const RUNBOOKS = '/api/runbooks/v1/runbooks';

interface Call {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | ArrayBuffer;
}

/** The body of an answer, and how long it took until the last byte of it was there. */
async function ask(backend: BackendProcess, route: string, call: Call = {}) {
  const start = performance.now();
  const response = await fetch(`${backend.url}${route}`, {
    ...call,
    headers: {
      ...backend.headers,
      'content-type': 'application/json',
      ...call.headers,
    },
  });
  const body = await response.arrayBuffer();
  const ms = performance.now() - start;
  if (!response.ok) {
    const text = Buffer.from(body).toString('utf8').slice(0, 500);
    throw new Error(`${route}: ${response.status} ${text}`);
  }
  return { body, ms };
}

/** What the floor sends and selects is no JSON to it. */
const OCTETS = { 'content-type': 'application/octet-stream' };

function writeOf(index: number, content: string): string {
  return JSON.stringify({
    entityRef: `component:default/${serviceName(index % SERVICES_COUNT)}`,
    title: `Runbook ${index}`,
    content,
    tags: ['bench', `tag-${index % 30}`],
    matches: [{ code: 'crash-loop' }],
    state: 'published',
  });
}

/** A runbook that is saved again and again. */
class GrowingRunbook {
  readonly #backend: BackendProcess;
  readonly id: string;
  version = 1;

  static async create(backend: BackendProcess): Promise<GrowingRunbook> {
    const { body } = await ask(backend, RUNBOOKS, {
      method: 'POST',
      body: writeOf(0, 'Nothing yet'),
    });
    return new GrowingRunbook(backend, jsonOf(body).id);
  }

  private constructor(backend: BackendProcess, id: string) {
    this.#backend = backend;
    this.id = id;
  }

  /** What the next version is made of; made beforehand, so that it is not measured. */
  next(bytes: number): string {
    return writeOf(0, runbookText({ bytes, seed: this.version }));
  }

  async save(body: string) {
    const answer = await ask(this.#backend, `${RUNBOOKS}/${this.id}`, {
      method: 'PUT',
      headers: { 'if-match': `"${this.version}"` },
      body,
    });
    this.version += 1;
    return answer;
  }
}

function jsonOf(body: ArrayBuffer): any {
  return JSON.parse(Buffer.from(body).toString('utf8'));
}

async function writeRunbooks(backend: BackendProcess): Promise<void> {
  let next = 1;
  await Promise.all(
    Array.from({ length: AT_ONCE_COUNT }, async () => {
      while (next < RUNBOOKS_COUNT) {
        const index = next++;
        await ask(backend, RUNBOOKS, {
          method: 'POST',
          body: writeOf(
            index,
            runbookText({ bytes: USUAL_BYTES, seed: index }),
          ),
        });
      }
    }),
  );
}

interface Comparison {
  readonly name: string;
  readonly ours: () => Promise<{ readonly ms: number }>;
  readonly floor: () => Promise<{ readonly ms: number }>;
  /** What the floor is. */
  readonly what: string;
  readonly rounds?: number;
  /** Called before each of the two, so that neither pays for what went before. */
  readonly before?: () => Promise<void>;
}

/** Asks floor and plugin in turns, so that both see the same machine. */
async function compare(comparison: Comparison): Promise<void> {
  const { name, what, rounds = ROUNDS_COUNT, before } = comparison;
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = -Math.ceil(rounds / 10); round < rounds; round++) {
    await before?.();
    const floorMs = (await comparison.floor()).ms;
    await before?.();
    const oursMs = (await comparison.ours()).ms;
    if (round < 0) continue;
    floor.push(floorMs);
    ours.push(oursMs);
  }
  report({
    name: `${name}, p95`,
    measured: milliseconds(ours),
    against: `${milliseconds(floor)}: ${what}`,
    ratio: quantile(ours, 0.95) / quantile(floor, 0.95),
    bar: BAR,
  });
}

/** Two answers at once take as long as the later one. */
async function both(
  first: Promise<{ readonly ms: number }>,
  second: Promise<{ readonly ms: number }>,
) {
  const answers = await Promise.all([first, second]);
  return { ms: Math.max(...answers.map(({ ms }) => ms)) };
}

/** Saves until there are enough versions, the last of them of 1 MiB. */
async function writeVersions(runbook: GrowingRunbook): Promise<void> {
  while (runbook.version < VERSIONS_COUNT) {
    const isLarge = runbook.version >= VERSIONS_COUNT - LARGE_VERSIONS_COUNT;
    await runbook.save(runbook.next(isLarge ? LARGE_BYTES : USUAL_BYTES));
  }
}

const AUTHENTICATED = 'authenticated route, same bytes from memory';

async function measure(backend: BackendProcess, database: string) {
  const runbook = await GrowingRunbook.create(backend);
  await writeVersions(runbook);
  await writeRunbooks(backend);

  const one = `${RUNBOOKS}/${runbook.id}`;
  const page = `${RUNBOOKS}?limit=${PAGE_COUNT}`;
  const versions = `${one}/versions?limit=${PAGE_COUNT}`;
  const get = (route: string) => ask(backend, route);
  const floor = (route: string) => get(`/api/bench/floor/${route}`);
  const put = (to: string, body: ArrayBuffer | string) =>
    ask(backend, `/api/bench/${to}`, { method: 'PUT', headers: OCTETS, body });

  const { body: pageBytes } = await get(page);
  const { body: textBytes } = await get(one);
  await put('answers/page', pageBytes);
  await put('answers/versions', (await get(versions)).body);
  await put('answers/text', textBytes);
  const [row] = jsonOf(pageBytes).items;
  await put(`rows/${RUNBOOKS_COUNT}`, JSON.stringify(row));
  for (const id of ['1', '2']) {
    await put(`texts/${id}`, jsonOf(textBytes).content);
  }
  /** Waits until every text has been looked through: each has a link that leads nowhere. */
  const untilAtRest = async () => {
    const end = Date.now() + AT_REST_MAX_MS;
    for (;;) {
      const { body: list } = await get(`${RUNBOOKS}?problem=broken-link`);
      if (jsonOf(list).total === RUNBOOKS_COUNT) return;
      if (Date.now() > end) throw new Error('Texts are not looked through');
      await new Promise(resolve => setTimeout(resolve, LOOK_MS));
    }
  };
  await untilAtRest();

  await compare({
    name: `list: page of ${PAGE_COUNT} out of ${RUNBOOKS_COUNT} runbooks, ${database}`,
    ours: () => get(page),
    floor: () => floor('page/page'),
    what: `indexed select of as many rows + ${AUTHENTICATED}`,
  });
  await compare({
    name: `open: 1 MiB with ${VERSIONS_COUNT} versions among ${RUNBOOKS_COUNT} runbooks, ${database}`,
    ours: () => get(one),
    floor: () => floor('texts/1'),
    what: `select of the text + ${AUTHENTICATED}`,
  });
  await compare({
    name: `diff: two versions of 1 MiB at once, ${database}`,
    ours: () =>
      both(
        get(`${one}/versions/${VERSIONS_COUNT - 1}`),
        get(`${one}/versions/${VERSIONS_COUNT}`),
      ),
    floor: () => both(floor('texts/1'), floor('texts/2')),
    what: `two selects of a text at once + ${AUTHENTICATED}`,
  });
  await compare({
    name: `history: newest ${PAGE_COUNT} of ${VERSIONS_COUNT} versions, ${database}`,
    ours: () => get(versions),
    floor: () => floor('page/versions'),
    what: `indexed select of as many rows + ${AUTHENTICATED}`,
  });
  let body = '';
  const insert = () => {
    body = runbook.next(LARGE_BYTES);
    return ask(backend, '/api/bench/floor/texts', {
      method: 'POST',
      headers: OCTETS,
      body,
    });
  };
  await compare({
    name: `save: 1 MiB after ${VERSIONS_COUNT} versions among ${RUNBOOKS_COUNT} runbooks, ${database}`,
    rounds: SAVES_COUNT,
    before: untilAtRest,
    floor: insert,
    ours: () => runbook.save(body),
    what: `insert of the text + ${AUTHENTICATED}`,
  });
  await compare({
    name: `list for others, right after a save of 1 MiB, ${database}`,
    rounds: SAVES_COUNT,
    before: untilAtRest,
    floor: async () => {
      await insert();
      return floor('page/page');
    },
    ours: async () => {
      await runbook.save(body);
      return get(page);
    },
    what: `right after an insert of the text: indexed select of as many rows + ${AUTHENTICATED}`,
  });
}

/** Large runbooks, long histories and many of them, against the least that such answers cost. */
export async function benchRunbooks(): Promise<void> {
  for (const database of benchDatabases()) {
    const backend = await startBackend<RunbooksBackendOptions>(
      { port: 7108, services: SERVICES_COUNT, database: database.config },
      'runbooksBackend.ts',
    );
    try {
      await measure(backend, database.name);
    } finally {
      await backend.stop();
      await database.remove();
    }
  }
}
