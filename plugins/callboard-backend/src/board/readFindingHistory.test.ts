import { TestDatabases } from '@backstage/backend-test-utils';
import { findingHistorySchema } from '@callboard/plugin-callboard-common';
import {
  SEES_ALL,
  SEES_NOTHING,
  seesOnly,
} from '@callboard/plugin-callboard-node';
import { BOARD_NOW_MS, instant } from '../__testUtils__/boardBuilder';
import { testBoard } from '../__testUtils__/testBoard';
import type { FindingHistoryQuestion } from './Board';
import type { DatabaseBoard } from './DatabaseBoard';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const DAY_MINUTES = 24 * 60;

describe.each(databases.eachSupportedId())('findings of the past, %s', id => {
  let board: DatabaseBoard;
  let now = BOARD_NOW_MS;

  beforeAll(async () => {
    ({ board } = await testBoard({
      databases,
      id,
      now: () => now,
      spec: {
        services: [
          {
            name: 'shop',
            past: [
              { code: 'image-pull', fromMinutesAgo: 90, untilMinutesAgo: 80 },
              { code: 'image-pull', fromMinutesAgo: 40, untilMinutesAgo: 30 },
              { aspect: 'pipelines', code: 'build-failed', fromMinutesAgo: 70 },
            ],
          },
          {
            name: 'cart',
            past: [
              {
                code: 'crash-loop',
                fromMinutesAgo: 40 * DAY_MINUTES,
                untilMinutesAgo: 31 * DAY_MINUTES,
              },
              {
                code: 'out-of-memory',
                fromMinutesAgo: 40 * DAY_MINUTES,
                untilMinutesAgo: 29 * DAY_MINUTES,
              },
            ],
          },
          {
            name: 'left',
            deleted: true,
            past: [{ code: 'crash-loop', fromMinutesAgo: 5 }],
          },
        ],
      },
    }));
  });

  beforeEach(() => {
    now = BOARD_NOW_MS;
  });

  async function read(
    question: Partial<FindingHistoryQuestion> = {},
    visibility: Parameters<DatabaseBoard['findings']>[1] = SEES_ALL,
  ) {
    const answer = await board.findings(
      { limit: 100, ...question },
      visibility,
    );
    return answer.body();
  }

  async function codes(
    ...options: Parameters<typeof read>
  ): Promise<readonly string[]> {
    return (await read(...options)).items.map(({ code }) => code);
  }

  it('tells each code of a service once, with when it was last there', async () => {
    const body = await read();
    expect(findingHistorySchema.parse(body)).toEqual(body);
    expect(body.items).toEqual([
      {
        entityRef: 'component:default/shop',
        aspect: 'kubernetes',
        code: 'image-pull',
        lastAt: instant(30),
      },
      {
        entityRef: 'component:default/shop',
        aspect: 'pipelines',
        code: 'build-failed',
        lastAt: instant(0),
      },
      {
        entityRef: 'component:default/cart',
        aspect: 'kubernetes',
        code: 'out-of-memory',
        lastAt: instant(29 * DAY_MINUTES),
      },
    ]);
  });

  it('tells of the window that is asked for', async () => {
    const at = (minutes: number) => BOARD_NOW_MS - minutes * 60_000;
    const body = await read({ from: at(75), to: at(60) });
    expect(body.items).toEqual([
      expect.objectContaining({ code: 'build-failed', lastAt: instant(60) }),
    ]);
    await expect(codes({ from: at(95), to: at(85) })).resolves.toEqual([
      'image-pull',
    ]);
    await expect(codes({ from: at(79), to: at(71) })).resolves.toEqual([]);
    await expect(codes({ to: at(32 * DAY_MINUTES) })).resolves.toEqual([
      'crash-loop',
      'out-of-memory',
    ]);
  });

  it('tells of one service', async () => {
    await expect(
      codes({ entityRef: 'component:default/cart' }),
    ).resolves.toEqual(['out-of-memory']);
  });

  it('gives pages that join up', async () => {
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await read({ limit: 1, cursor });
      pages.push(page.items.map(({ code }) => code));
      cursor = page.nextCursor;
    } while (cursor);
    expect(pages).toEqual([
      ['image-pull'],
      ['build-failed'],
      ['out-of-memory'],
    ]);
    await expect(read({ cursor: 'nonsense' })).rejects.toThrow('cursor');
  });

  it('tells of services that the viewer may see only', async () => {
    await expect(codes({}, SEES_NOTHING)).resolves.toEqual([]);
    await expect(
      codes({}, seesOnly(new Set(['uid-cart', 'uid-left']))),
    ).resolves.toEqual(['out-of-memory']);
  });

  it('has one tag for a minute, and another when what goes on is later', async () => {
    const tag = async () =>
      (await board.findings({ limit: 100 }, SEES_ALL)).etag;
    const before = await tag();
    now += 20_000;
    await expect(tag()).resolves.toBe(before);
    now += 60_000;
    await expect(tag()).resolves.not.toBe(before);
  });
});
