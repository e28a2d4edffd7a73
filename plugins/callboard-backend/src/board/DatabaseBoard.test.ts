import { TestDatabases } from '@backstage/backend-test-utils';
import {
  servicePageSchema,
  type OverallStatus,
} from '@callboard/plugin-callboard-common';
import {
  SEES_ALL,
  SEES_NOTHING,
  seesOnly,
} from '@callboard/plugin-callboard-node';
import { instant } from '../__testUtils__/boardBuilder';
import type { ServiceSpec } from '../__testUtils__/boardSpec';
import { FERNWAY } from '../__testUtils__/fernway';
import { EVERY_SERVICE, page } from '../__testUtils__/queries';
import { testBoard } from '../__testUtils__/testBoard';
import type { PageQuery, ServiceFilter } from './Board';
import type { DatabaseBoard } from './DatabaseBoard';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('DatabaseBoard, %s', id => {
  let board: DatabaseBoard;

  // Read by all tests that do not need a board of their own: databases take long to make.
  beforeAll(async () => {
    ({ board } = await testBoard({ databases, id, spec: FERNWAY }));
  });

  async function namesOf(query: PageQuery, of = board) {
    const answer = await of.services(query, SEES_ALL);
    return (await answer.body()).items.map(item => item.name);
  }

  it('gives a page as the words say, worst first', async () => {
    const body = await (await board.services(page(), SEES_ALL)).body();
    expect(servicePageSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      total: 5,
      counts: { failing: 2, warning: 0, unknown: 1, ok: 1, none: 1 },
      revision: 7,
      asOf: instant(0),
    });
    expect(body.items.map(item => item.name)).toEqual([
      'checkout-api',
      'search',
      'gift-cards',
      'invoices_100%',
      'old-docs',
    ]);
    expect(body.items[0]).toEqual({
      entityRef: 'component:default/checkout-api',
      name: 'checkout-api',
      title: 'Checkout API',
      owner: 'group:default/team-checkout',
      system: 'system:default/shop',
      lifecycle: 'production',
      tags: ['java', 'pci'],
      status: 'failing',
      since: instant(38),
      stale: false,
      why: 'It is below-minimum',
      impact: 'live',
      aspects: {
        pipelines: expect.objectContaining({
          status: 'ok',
          observedAt: instant(0),
          stale: false,
        }),
        kubernetes: expect.objectContaining({ status: 'failing' }),
      },
    });
  });

  it.each<[string, Partial<ServiceFilter>, string[]]>([
    ['status', { statuses: ['failing'] }, ['checkout-api', 'search']],
    [
      'statuses that are not neighbours',
      { statuses: ['failing', 'none'] },
      ['checkout-api', 'search', 'old-docs'],
    ],
    ['aspect', { aspects: ['kubernetes'] }, ['checkout-api']],
    [
      'status of an aspect',
      { aspects: ['pipelines'], statuses: ['ok'] },
      ['checkout-api', 'invoices_100%'],
    ],
    [
      'status of the worst of some aspects',
      { aspects: ['pipelines', 'kubernetes'], statuses: ['ok'] },
      ['invoices_100%'],
    ],
    ['source', { sources: ['kubernetes/prod-eu'] }, ['checkout-api']],
    ['code', { codes: ['build-failed', 'nope'] }, ['search']],
    [
      'owner',
      { owners: ['group:default/team-payments'] },
      ['gift-cards', 'invoices_100%'],
    ],
    ['no owner', { owners: ['@none'] }, ['old-docs']],
    [
      'owner or none',
      { owners: ['@none', 'group:default/team-search'] },
      ['search', 'old-docs'],
    ],
    [
      'system',
      { systems: ['system:default/shop'] },
      ['checkout-api', 'gift-cards'],
    ],
    ['lifecycle', { lifecycles: ['experimental'] }, ['invoices_100%']],
    ['tag', { tags: ['go', 'pci'] }, ['checkout-api', 'gift-cards']],
    ['text in any case', { text: 'CHECKOUT a' }, ['checkout-api']],
    ['text with a wildcard', { text: '100%' }, ['invoices_100%']],
    ['text that is nothing but a wildcard', { text: '%' }, ['invoices_100%']],
    ['text with another', { text: 's_1' }, ['invoices_100%']],
    ['text with the escape', { text: '\\' }, []],
    ['text that is SQL', { text: `'; drop table service_board; --` }, []],
    [
      'all at once',
      {
        statuses: ['failing'],
        aspects: ['kubernetes'],
        sources: ['jenkins/main'],
        codes: ['below-minimum'],
        owners: ['group:default/team-checkout'],
        systems: ['system:default/shop'],
        lifecycles: ['production'],
        tags: ['pci'],
        text: 'checkout',
      },
      ['checkout-api'],
    ],
  ])('filters by %s', async (_, filter, expected) => {
    await expect(namesOf(page(filter))).resolves.toEqual(expected);
    const body = await (
      await board.services(page(filter, { limit: 0 }), SEES_ALL)
    ).body();
    expect(body.items).toEqual([]);
    expect(body.total).toBe(expected.length);
  });

  it('sorts', async () => {
    await expect(namesOf(page({}, { sort: 'name' }))).resolves.toEqual([
      'checkout-api',
      'gift-cards',
      'invoices_100%',
      'old-docs',
      'search',
    ]);
    await expect(namesOf(page({}, { sort: 'since' }))).resolves.toEqual([
      'search',
      'gift-cards',
      'checkout-api',
      'invoices_100%',
      'old-docs',
    ]);
  });

  it('counts whatever statuses are asked for, and by aspect where one is', async () => {
    const failing = await board.services(
      page({ statuses: ['failing'] }),
      SEES_ALL,
    );
    await expect(failing.body()).resolves.toMatchObject({
      total: 2,
      counts: { failing: 2, warning: 0, unknown: 1, ok: 1, none: 1 },
    });
    const pipelines = await board.services(
      page({ aspects: ['pipelines'], statuses: ['unknown'] }),
      SEES_ALL,
    );
    await expect(pipelines.body()).resolves.toMatchObject({
      total: 1,
      counts: { failing: 1, warning: 0, unknown: 1, ok: 2, none: 0 },
    });
  });

  it.each(['worst', 'name', 'since'] as const)(
    'gives every service once over all pages by %s',
    async sort => {
      const statuses: OverallStatus[] = ['failing', 'warning', 'unknown', 'ok'];
      const services = Array.from({ length: 57 }, (_, i): ServiceSpec => {
        const status = statuses[(i * 7) % 5];
        return {
          name: `service-${i}`,
          // Many are equal in what they are sorted by.
          title: `Service ${i % 6}`,
          sinceMinutesAgo: 10 + (i % 4),
          aspects:
            status && status !== 'none' ? { pipelines: { status } } : undefined,
        };
      });
      const many = await testBoard({
        databases,
        id,
        spec: { sources: [{ source: 'jenkins/main' }], services },
      });
      const all = await namesOf(page({}, { sort, limit: 100 }), many.board);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = page({}, { sort, limit: 10, cursor });
        const body = await (await many.board.services(query, SEES_ALL)).body();
        seen.push(...body.items.map(item => item.name));
        cursor = body.nextCursor;
      } while (cursor);
      expect(seen).toEqual(all);
      expect(new Set(seen).size).toBe(57);
    },
  );

  const written = (text: string) => Buffer.from(text).toString('base64url');

  it.each([
    ['no cursor at all', 'rubbish'],
    ['nothing', ''],
    ['an empty place', written('[]')],
    ['a negative id', written('["worst",0,0,-1]')],
    ['a time that is none', written('["worst",0,1e300,1]')],
    ['an id that fits no column', written('["worst",0,0,99999999999]')],
    ['a place of another order', written('["name","a",1]')],
    ['a very long text', 'A'.repeat(100_000)],
  ])('refuses a cursor that is %s', async (_, cursor) => {
    const answer = await board.services(page({}, { cursor }), SEES_ALL);
    await expect(answer.body()).rejects.toThrow('The cursor');
  });

  it('groups services, worst group first', async () => {
    const facetsBy = async (by: 'owner' | 'source' | 'code' | 'tag') => {
      const answer = await board.facets(
        { by, filter: EVERY_SERVICE },
        SEES_ALL,
      );
      return (await answer.body()).items;
    };
    const none = { failing: 0, warning: 0, unknown: 0, ok: 0, none: 0 };
    await expect(facetsBy('owner')).resolves.toEqual([
      { value: 'group:default/team-checkout', counts: { ...none, failing: 1 } },
      { value: 'group:default/team-search', counts: { ...none, failing: 1 } },
      {
        value: 'group:default/team-payments',
        counts: { ...none, unknown: 1, ok: 1 },
      },
      { value: '@none', counts: { ...none, none: 1 } },
    ]);
    await expect(facetsBy('source')).resolves.toEqual([
      {
        value: 'jenkins/main',
        counts: { ...none, failing: 2, unknown: 1, ok: 1 },
      },
      { value: 'kubernetes/prod-eu', counts: { ...none, failing: 1 } },
    ]);
    await expect(facetsBy('code')).resolves.toMatchObject([
      { value: 'below-minimum', worst: 'failing' },
      { value: 'build-failed', worst: 'failing' },
      { value: 'not-found', worst: 'unknown' },
    ]);
    await expect(facetsBy('tag')).resolves.toMatchObject([
      { value: 'java' },
      { value: 'pci' },
      { value: 'go' },
    ]);
  });

  it('gives services by ref in the order asked for', async () => {
    const refs = [
      'component:default/search',
      'component:default/nope',
      'component:default/gone',
      'component:default/search',
    ];
    const body = await (await board.servicesByRef(refs, SEES_ALL)).body();
    expect(body.items.map(item => item?.name ?? null)).toEqual([
      'search',
      null,
      null,
      'search',
    ]);
  });

  it('sees nothing where nothing may be seen', async () => {
    const body = await (await board.services(page(), SEES_NOTHING)).body();
    expect(body).toMatchObject({
      items: [],
      total: 0,
      counts: { failing: 0, warning: 0, unknown: 0, ok: 0, none: 0 },
    });
    const sources = await (await board.sources(SEES_NOTHING)).body();
    expect(sources.items.map(({ services }) => services)).toEqual([0, 0]);
  });

  it('binds a visible set of any size', async () => {
    const many = Array.from({ length: 40_000 }, (_, i) => `other-${i}`);
    const visibility = seesOnly([...many, 'uid-search', `q"uo\\te'`]);
    const body = await (await board.services(page(), visibility)).body();
    expect(body.items.map(item => item.name)).toEqual(['search']);
    expect(body.total).toBe(1);
  });

  it('finds what the doctor has to say', async () => {
    const query = { owners: [], limit: 10 };
    const body = await (await board.doctor(query, SEES_ALL)).body();
    expect(body).toEqual({
      items: [
        {
          entityRef: 'component:default/gift-cards',
          name: 'gift-cards',
          owner: 'group:default/team-payments',
          source: 'jenkins/main',
          finding: expect.objectContaining({ code: 'not-found' }),
          fix: {
            remove: 'jenkins.io/job-full-name: shop/giftcards',
            add: 'jenkins.io/job-full-name: shop/gift-cards',
          },
        },
      ],
      total: 1,
      checked: 5,
      revision: 7,
      asOf: instant(0),
    });
    const mine = { owners: ['group:default/team-search'], limit: 10 };
    await expect(
      (await board.doctor(mine, SEES_ALL)).body(),
    ).resolves.toMatchObject({ items: [], total: 0, checked: 1 });
  });

  it('remembers counts as long as the revision says the same', async () => {
    const { knex, board: own } = await testBoard({
      databases,
      id,
      spec: FERNWAY,
    });
    const totalNow = async () =>
      (await (await own.services(page(), SEES_ALL)).body()).total;
    await expect(totalNow()).resolves.toBe(5);
    await knex('service_board')
      .where('ref', 'component:default/search')
      .delete();
    await expect(totalNow()).resolves.toBe(5);
    await knex('revision').update({ value: 8 });
    await expect(totalNow()).resolves.toBe(4);
  });
});
