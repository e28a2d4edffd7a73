import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  createServiceFactory,
  coreServices,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import callboardPlugin from '@callboard/plugin-callboard-backend';
import jenkinsModule from '@callboard/plugin-callboard-backend-module-jenkins';
import {
  startLandscape,
  type RunningLandscape,
  type Service,
} from '@callboard/landscape';
import request from 'supertest';

// Real rounds over real sockets: a busy machine takes its time.
jest.setTimeout(60_000);

const INTERVAL_MS = 1_000;
const DEADLINE_MS = 1_000;

function toEntity(service: Service, index: number): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name: service.name,
      uid: `uid-${index}`,
      annotations: { ...service.annotations },
    },
    spec: { type: 'service', lifecycle: 'production', owner: service.owner },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${service.owner}` },
    ],
  };
}

/** Keeps every line that the backend logs. */
function recordingLogger(lines: string[]): LoggerService {
  const record = (message: string, meta?: unknown) =>
    lines.push(
      `${message} ${meta instanceof Error ? meta.stack : JSON.stringify(meta)}`,
    );
  const logger: LoggerService = {
    error: record,
    warn: record,
    info: record,
    debug: record,
    child: () => logger,
  };
  return logger;
}

async function until<T>(
  what: string,
  read: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 50_000;
  for (;;) {
    const found = await read();
    if (found) return found;
    if (Date.now() > end) throw new Error(`In vain: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe('from Jenkins over the wire to the board', () => {
  const lines: string[] = [];
  const directory = mkdtempSync(path.join(os.tmpdir(), 'first-light-'));
  let landscape: RunningLandscape;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  const get = (route: string) =>
    request(backend.server)
      .get(`/api/callboard/v1${route}`)
      .set('authorization', mockCredentials.user.header());
  const all = async () =>
    (await get('/services?limit=200')).body.items as any[];
  const sourceOf = async (name: string) =>
    (await get('/sources')).body.items.find(
      ({ source }: { source: string }) => source === name,
    );
  const withRole = (role: string) => {
    const service = landscape.landscape
      .services()
      .find(candidate => candidate.role === role);
    if (!service) throw new Error(`Nobody plays ${role}`);
    return `component:default/${service.name}`;
  };
  const rowOf = async (entityRef: string) =>
    (await all()).find(item => item.entityRef === entityRef);

  beforeAll(async () => {
    landscape = await startLandscape({ seed: 7, services: 60 });
    backend = await startTestBackend({
      features: [
        callboardPlugin,
        jenkinsModule,
        catalogServiceMock.factory({
          entities: landscape.landscape.services().map(toEntity),
        }),
        databaseServiceFactory,
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => ({
            ...recordingLogger(lines),
          }),
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: {
                client: 'better-sqlite3',
                connection: { directory },
              },
            },
            callboard: {
              sources: Object.fromEntries(
                ['jenkins/main', 'jenkins/mobile'].map(source => [
                  source,
                  {
                    interval: { milliseconds: INTERVAL_MS },
                    deadline: { milliseconds: DEADLINE_MS },
                  },
                ]),
              ),
            },
            jenkins: {
              instances: (['main', 'mobile'] as const).map(name => ({
                name,
                baseUrl: landscape.urls.jenkins[name],
                username: landscape.credentials.user,
                apiKey: landscape.credentials.token,
              })),
            },
          },
        }),
      ],
    });
    await until('every source has been observed', async () => {
      const { items } = (await get('/sources')).body;
      return (
        items.length === 2 &&
        items.every(({ state }: { state: string }) => state === 'ok')
      );
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await landscape?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('gives every connected service a status, and the others none', async () => {
    const { counts, total } = (await get('/services?limit=0')).body;
    expect(total).toBe(60);
    expect(counts.ok).toBeGreaterThan(10);
    expect(counts.none).toBeGreaterThan(5);
    expect(await rowOf(withRole('unconnected'))).toMatchObject({
      status: 'none',
      aspects: {},
    });
  });

  it.each([
    ['near-name', 'not-found'],
    ['forbidden', 'forbidden'],
    ['unknown-instance', 'not-configured'],
    ['ambiguous', 'ambiguous'],
    ['never-built', 'no-data'],
  ])('says of the %s service that it is unknown: %s', async (role, code) => {
    const row = await rowOf(withRole(role));
    const [finding] = row.aspects.pipelines.findings;
    expect(finding).toMatchObject({ status: 'unknown', code });
    expect(finding.hint).toEqual(expect.any(String));
    expect(row.why).toBe(finding.message);
  });

  it('asks nothing of Jenkins when somebody looks', async () => {
    const ref = withRole('several-jobs').split('/')[1];
    const callsOf = async () => {
      const { items } = (await get('/sources')).body;
      return items.reduce(
        (sum: number, { calls }: { calls: number }) => sum + calls,
        0,
      );
    };
    // What Jenkins counts and what the rounds of the collector made have to agree, however many look.
    const look = () =>
      Promise.all(
        [
          '/services?limit=200',
          '/services?status=failing&sort=since',
          '/services/facets?by=source',
          `/services/component/default/${ref}`,
          `/services/component/default/${ref}/timeline`,
          '/sources',
          '/doctor',
        ].map(route => get(route).expect(200)),
      );
    for (let viewer = 0; viewer < 20; viewer++) await look();
    const counted = await until('a moment between two rounds', async () => {
      const calls =
        landscape.jenkins('main').calls.length +
        landscape.jenkins('mobile').calls.length;
      return calls === (await callsOf()) && calls;
    });
    expect(counted).toBeGreaterThan(0);
  });

  it('shows a red build, and an activity beside it while it is built again', async () => {
    const service = landscape.landscape
      .services()
      .find(({ role }) => role === 'plain')!;
    const ref = `component:default/${service.name}`;
    landscape.landscape.incident({
      kind: 'build-failed',
      service: service.name,
    });
    const red = await until('the service is failing', async () => {
      const row = await rowOf(ref);
      return row.status === 'failing' && row;
    });
    expect(red.aspects.pipelines.findings[0].code).toBe('build-failed');
    landscape.landscape.incident({
      kind: 'build-started',
      service: service.name,
    });
    const rebuilt = await until('it is built again', async () => {
      const row = await rowOf(ref);
      return row.aspects.pipelines.activity && row;
    });
    expect(rebuilt.status).toBe('failing');
    expect(rebuilt.since).toBe(red.since);
  });

  it('keeps what it knew while a Jenkins is away, says so, and is fresh again soon after', async () => {
    const fed = (await get('/services?source=jenkins/mobile&limit=200')).body;
    const before = Object.fromEntries(
      fed.items.map((item: any) => [item.entityRef, item.status]),
    );
    const transitions = async () => {
      const entries = await Promise.all(
        fed.items.map(async (item: any) =>
          (
            await get(`/services/component/default/${item.name}/timeline`)
          ).body.items.filter(
            ({ type }: { type: string }) => type === 'transition',
          ),
        ),
      );
      return entries.flat().length;
    };
    const settled = await transitions();

    await landscape.jenkins('mobile').setFault({ kind: 'down' });
    const stale = await until('its services are stale', async () => {
      const { items } = (await get('/services?source=jenkins/mobile&limit=200'))
        .body;
      return (
        items.every((item: any) => item.stale || item.status === 'none') &&
        items
      );
    });
    expect(
      Object.fromEntries(
        stale.map((item: any) => [item.entityRef, item.status]),
      ),
    ).toEqual(before);
    expect(await sourceOf('jenkins/mobile')).toMatchObject({
      state: 'unreachable',
      message: expect.stringContaining('jenkins/mobile'),
      staleServices: fed.total,
    });
    expect(await sourceOf('jenkins/main')).toMatchObject({ state: 'ok' });
    expect(await transitions()).toBe(settled);

    await landscape.jenkins('mobile').setFault({ kind: 'none' });
    await until('its services are fresh', async () => {
      const { items } = (await get('/services?source=jenkins/mobile&limit=200'))
        .body;
      return items.every((item: any) => !item.stale);
    });
    expect(await transitions()).toBe(settled);
  });

  it('shows credentials nowhere: not in logs, answers or the database', async () => {
    await landscape.jenkins('mobile').setFault({ kind: 'unauthorized' });
    await until('the source is forbidden', async () => {
      const source = await sourceOf('jenkins/mobile');
      return source.state === 'forbidden';
    });
    const { user, token } = landscape.credentials;
    const secrets = [token, Buffer.from(`${user}:${token}`).toString('base64')];
    const answers = await Promise.all(
      ['/services?limit=200', '/sources', '/doctor', '/nothing-here'].map(
        async route => (await get(route)).text,
      ),
    );
    const files = readdirSync(directory).map(file =>
      readFileSync(path.join(directory, file), 'latin1'),
    );
    expect(files.join('').length).toBeGreaterThan(100_000);
    for (const secret of secrets) {
      for (const text of [...lines, ...answers, ...files]) {
        expect(text.includes(secret)).toBe(false);
      }
    }
  });
});
