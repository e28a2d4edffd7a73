import { TestDatabases } from '@backstage/backend-test-utils';
import { SEES_ALL } from '@callboard/plugin-callboard-node';
import { ControlledClock } from '../__testUtils__/ControlledClock';
import { BOARD_NOW_MS, finding, instant } from '../__testUtils__/boardBuilder';
import type { BoardSpec } from '../__testUtils__/boardSpec';
import { EVERY_SERVICE, page } from '../__testUtils__/queries';
import { testBoard } from '../__testUtils__/testBoard';
import type { DatabaseBoard } from './DatabaseBoard';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const DAY_MINUTES = 24 * 60;

/** jenkins/main is silent for a day, one folder of jenkins/mobile for two. */
const SILENT: BoardSpec = {
  sources: [
    {
      source: 'jenkins/main',
      state: 'unreachable',
      message: 'Connection refused',
      lastGoodMinutesAgo: DAY_MINUTES + 10,
    },
    {
      source: 'jenkins/mobile',
      missed: [
        {
          shard: 'ios',
          lastGoodMinutesAgo: 2 * DAY_MINUTES,
          reason: 'forbidden',
        },
        { shard: 'web', lastGoodMinutesAgo: 1 },
      ],
    },
  ],
  services: [
    {
      name: 'red',
      sinceMinutesAgo: 3000,
      aspects: {
        pipelines: { status: 'failing', findings: [finding('build-failed')] },
      },
    },
    {
      name: 'green',
      sinceMinutesAgo: 4000,
      aspects: { pipelines: { status: 'ok', off: true } },
    },
    {
      name: 'ios',
      sinceMinutesAgo: 5000,
      aspects: {
        pipelines: {
          status: 'ok',
          feeds: [
            { source: 'jenkins/mobile', shard: 'ios' },
            { source: 'jenkins/mobile', shard: 'web' },
          ],
        },
      },
    },
    {
      name: 'web',
      sinceMinutesAgo: 100,
      aspects: {
        pipelines: {
          status: 'ok',
          feeds: [{ source: 'jenkins/mobile', shard: 'web' }],
        },
      },
    },
    {
      name: 'android',
      sinceMinutesAgo: 100,
      aspects: {
        pipelines: {
          status: 'ok',
          feeds: [{ source: 'jenkins/mobile', shard: 'android' }],
        },
      },
    },
    {
      name: 'wrong',
      sinceMinutesAgo: 100,
      aspects: {
        pipelines: {
          status: 'unknown',
          findings: [finding('not-configured', { status: 'unknown' })],
          feeds: [{ source: 'jenkins/main', problem: true }],
        },
      },
    },
    {
      name: 'ready',
      sinceMinutesAgo: 100,
      aspects: {
        pipelines: {
          status: 'ok',
          feeds: [{ source: 'jenkins/mobile', shard: 'android' }],
        },
        runbooks: { status: 'ok', feeds: [{ source: 'jenkins/main' }] },
      },
    },
  ],
};

describe.each(databases.eachSupportedId())('ages of the board, %s', id => {
  let board: DatabaseBoard;

  beforeAll(async () => {
    ({ board } = await testBoard({ databases, id, spec: SILENT }));
  });

  it('shows an ok that nobody confirmed for too long as unknown, with the reason', async () => {
    const answer = await board.services(page({ text: 'green' }), SEES_ALL);
    const [service] = (await answer.body()).items;
    expect(service).toMatchObject({
      status: 'unknown',
      since: instant(10),
      stale: true,
      why: 'Connection refused',
      whySource: 'jenkins/main',
      aspects: {
        pipelines: {
          status: 'unknown',
          since: instant(10),
          stale: true,
          observedAt: instant(DAY_MINUTES + 10),
          summary: 'pipelines ok',
          findings: [
            {
              code: 'unreachable',
              message: 'Connection refused',
              status: 'unknown',
            },
          ],
        },
      },
    });
    expect(service.aspects.pipelines).not.toHaveProperty('off');
  });

  it('leaves what is red red, marks it stale, and knows the parts of a source', async () => {
    const { items } = await (await board.services(page(), SEES_ALL)).body();
    const shown = items.map(({ name, status, stale, since }) => [
      name,
      status,
      stale,
      since,
    ]);
    expect(shown).toEqual([
      ['red', 'failing', true, instant(3000)],
      ['green', 'unknown', true, instant(10)],
      ['wrong', 'unknown', false, instant(100)],
      ['ios', 'unknown', true, instant(DAY_MINUTES)],
      ['web', 'ok', false, instant(100)],
      ['android', 'ok', false, instant(100)],
      // Readiness is outside of the status.
      ['ready', 'ok', false, instant(100)],
    ]);
    const ready = items.find(({ name }) => name === 'ready');
    expect(ready?.aspects.runbooks?.status).toBe('unknown');
  });

  it('counts, filters, sorts and groups by what is shown', async () => {
    const ask = async (...args: Parameters<typeof page>) =>
      (await board.services(page(...args), SEES_ALL)).body();
    const counts = { failing: 1, warning: 0, unknown: 3, ok: 3, none: 0 };
    expect(await ask()).toMatchObject({ total: 7, counts });
    const names = async (...args: Parameters<typeof page>) =>
      (await ask(...args)).items.map(({ name }) => name);
    expect(await names({ statuses: ['unknown'] })).toEqual([
      'green',
      'wrong',
      'ios',
    ]);
    expect(await names({ aspects: ['pipelines'], statuses: ['ok'] })).toEqual([
      'web',
      'android',
      'ready',
    ]);
    expect(await names({ codes: ['forbidden'] })).toEqual(['ios']);
    const sorted = await names({}, { sort: 'since' });
    expect(sorted[0]).toBe('green');
    const { items } = await (
      await board.facets({ by: 'code', filter: EVERY_SERVICE }, SEES_ALL)
    ).body();
    expect(items.map(({ value, worst }) => [value, worst])).toEqual([
      ['build-failed', 'failing'],
      ['unreachable', 'unknown'],
      ['forbidden', 'unknown'],
      ['not-configured', 'unknown'],
    ]);
  });

  it('gives every row once over all pages', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await board.services(
        page({}, { limit: 2, cursor }),
        SEES_ALL,
      );
      const body = await answer.body();
      seen.push(...body.items.map(({ name }) => name));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('tells how many services show a source stale', async () => {
    const { items } = await (await board.sources(SEES_ALL)).body();
    expect(items).toMatchObject([
      {
        source: 'jenkins/main',
        state: 'unreachable',
        message: 'Connection refused',
        since: instant(4),
        lastGoodAt: instant(DAY_MINUTES + 10),
        nextTryAt: instant(-1 / 3),
        // What the entity says wrongly is not stale.
        services: 4,
        staleServices: 3,
      },
      {
        source: 'jenkins/mobile',
        state: 'ok',
        lastGoodAt: instant(2 * DAY_MINUTES),
        services: 4,
        staleServices: 1,
      },
    ]);
  });

  it('changes the tag when something gets stale or decays, and not before', async () => {
    const clock = new ControlledClock(BOARD_NOW_MS);
    const { board: own } = await testBoard({
      databases,
      id,
      spec: {
        sources: [{ source: 'jenkins/main' }],
        services: [{ name: 'green', aspects: { pipelines: { status: 'ok' } } }],
      },
      now: clock.now,
    });
    const look = async () => {
      const answer = await own.services(page(), SEES_ALL);
      const { items } = await answer.body();
      return {
        etag: answer.etag,
        stale: items[0].stale,
        status: items[0].status,
      };
    };
    const fresh = await look();
    expect(fresh).toMatchObject({ stale: false, status: 'ok' });
    // 2 x 30 s and the deadline of 10 s.
    clock.advance(70_000);
    expect(await look()).toEqual(fresh);
    clock.advance(1);
    const stale = await look();
    expect(stale).toMatchObject({ stale: true, status: 'ok' });
    expect(stale.etag).not.toBe(fresh.etag);
    clock.advance(DAY_MINUTES * 60_000 - 70_001);
    const last = await look();
    expect(last).toMatchObject({ stale: true, status: 'ok' });
    clock.advance(1);
    const decayed = await look();
    expect(decayed).toMatchObject({ stale: true, status: 'unknown' });
    expect(decayed.etag).not.toBe(last.etag);
  });

  it('says what was last seen of a service and why it is not newer', async () => {
    const { board: own } = await testBoard({
      databases,
      id,
      spec: {
        sources: SILENT.sources,
        services: [
          {
            name: 'green',
            annotations: { 'callboard.io/not-applicable': 'alerts, logs' },
            aspects: {
              pipelines: {
                status: 'ok',
                feeds: [
                  { source: 'jenkins/main', shard: 'shop' },
                  { source: 'jenkins/main', shard: 'docs', problem: true },
                ],
              },
            },
            observations: [
              { subject: 'shop', status: 'ok', detail: { runs: [] } },
              {
                subject: 'docs',
                status: 'unknown',
                findings: [finding('not-configured', { status: 'unknown' })],
              },
            ],
          },
        ],
      },
    });
    const answer = await own.service('component:default/green', SEES_ALL);
    const body = await answer.body();
    expect(body.notApplicable).toEqual(['alerts', 'logs']);
    expect(
      [...body.observations].sort((a, b) => (a.subject < b.subject ? 1 : -1)),
    ).toMatchObject([
      {
        subject: 'shop',
        status: 'unknown',
        stale: true,
        staleReason: 'unreachable',
        staleMessage: 'Connection refused',
        summary: 'main #1 passed',
        production: true,
        findings: [{ code: 'unreachable' }],
        detail: { runs: [] },
      },
      { subject: 'docs', status: 'unknown', stale: false },
    ]);
  });
});
