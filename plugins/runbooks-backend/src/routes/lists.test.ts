import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  startRunbooks,
  type StartedRunbooks,
} from '../__testUtils__/startRunbooks';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const WRITES = [
  {
    entityRef: 'component:default/checkout',
    title: 'Checkout 100% slow',
    content: 'The GATEWAY answers late, see [this](#nowhere)',
    tags: ['latency'],
    state: 'published',
  },
  {
    entityRef: 'system:default/shop',
    title: 'Shop down',
    content: 'Restart the_gateway',
    tags: ['p1'],
    state: 'published',
    owner: 'group:default/sre',
  },
  {
    entityRef: 'domain:default/retail',
    title: 'Retail',
    content: 'Of the domain',
    state: 'draft',
  },
  {
    entityRef: 'group:default/payments',
    title: 'Payments on call',
    content: 'Of the team',
    state: 'published',
    reviewBy: '2020-01-01',
  },
  {
    entityRef: 'component:default/orphan',
    title: 'Nobody looks after it',
    content: 'Text',
    state: 'published',
  },
];

describe.each(databases.eachSupportedId())('lists of runbooks, %s', id => {
  let knex: Knex;
  let mira: ReturnType<StartedRunbooks['as']>;
  let startedAt: string;

  beforeAll(async () => {
    knex = await databases.init(id);
    const started = await startRunbooks({ knex });
    mira = started.as('mira');
    startedAt = new Date().toISOString();
    for (const write of WRITES) {
      await mira.post('/runbooks').send(write).expect(201);
    }
  });

  const titles = async (query: string) => {
    const { body } = await mira.get(`/runbooks${query}`).expect(200);
    return [
      body.total,
      body.items.map(({ title }: { title: string }) => title),
    ];
  };

  const [CHECKOUT, SHOP, RETAIL, PAYMENTS, ORPHAN] = WRITES.map(
    ({ title }) => title,
  );

  it.each<[string, string[]]>([
    ['', [ORPHAN, PAYMENTS, RETAIL, SHOP, CHECKOUT]],
    ['?state=draft', [RETAIL]],
    ['?state=draft&state=archived', [RETAIL]],
    ['?tag=p1&tag=latency', [SHOP, CHECKOUT]],
    ['?entityRef=component:default/checkout', [CHECKOUT]],
    ['?entityRef=Component:Default/Checkout', [CHECKOUT]],
    [
      '?entityRef=component:default/checkout&inherited=true',
      [PAYMENTS, RETAIL, SHOP, CHECKOUT],
    ],
    ['?entityRef=component:default/nope', []],
    ['?entityRef=component:default/nope&inherited=false', []],
    ['?owner=payments', [PAYMENTS, CHECKOUT]],
    ['?owner=group:default/sre', [SHOP]],
    ['?owner=group:default/board', [RETAIL]],
    ['?q=gateway', [SHOP, CHECKOUT]],
    ['?q=the_gateway', [SHOP]],
    ['?q=100%25', [CHECKOUT]],
    ['?q=%25', [CHECKOUT]],
    ['?q=GATEWAY late', [CHECKOUT]],
    ['?q=p1', [SHOP]],
    ["?q='%22\\", []],
    ['?q=', [ORPHAN, PAYMENTS, RETAIL, SHOP, CHECKOUT]],
    ['?problem=review-overdue', [PAYMENTS]],
    ['?problem=unowned', [ORPHAN]],
    ['?problem=unowned&problem=review-overdue&q=team', [PAYMENTS]],
    ['?problem=unowned&problem=review-overdue', [ORPHAN, PAYMENTS]],
    ['?updatedSince=2100-01-01T00:00:00Z', []],
  ])('finds %p', async (query, expected) => {
    await expect(titles(query)).resolves.toEqual([expected.length, expected]);
  });

  it('says what changed since', async () => {
    await expect(titles(`?updatedSince=${startedAt}`)).resolves.toEqual([
      5,
      expect.anything(),
    ]);
  });

  it('knows who "me" is', async () => {
    await expect(titles('?owner=@me')).resolves.toEqual([0, []]);
  });

  it.each(['?limit=2', '?limit=2&q=e', '?limit=1&problem=never-verified'])(
    'gives every runbook once, page by page: %s',
    async query => {
      const all: string[] = [];
      let cursor = '';
      let total = 0;
      do {
        const { body } = await mira.get(`/runbooks${query}${cursor}`);
        all.push(...body.items.map((item: { id: string }) => item.id));
        total = body.total;
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
      } while (cursor);
      expect([all.length, new Set(all).size]).toEqual([total, total]);
      expect(total).toBeGreaterThan(3);
    },
  );

  it('reads no text for a list', async () => {
    const asked: string[] = [];
    const listen = ({ sql }: { sql: string }) => asked.push(sql);
    knex.on('query', listen);
    const { body } = await mira.get('/runbooks?tag=p1&problem=unowned');
    await mira.get('/runbooks');
    knex.removeListener('query', listen);
    expect(body.items).toEqual([]);
    expect(asked.filter(sql => sql.includes('runbook_text'))).toEqual([]);
    expect(asked).not.toEqual([]);
  });

  it('has a tag, and answers 304 to who has it already', async () => {
    const { headers } = await mira.get('/runbooks');
    expect(headers).toMatchObject({
      etag: expect.stringMatching(/^W\/"/),
      'cache-control': 'private, no-cache',
    });
    await mira
      .get('/runbooks')
      .set('If-None-Match', headers.etag)
      .set('Cache-Control', 'no-cache')
      .expect(304);
    await mira.get('/runbooks').set('If-None-Match', '"x"').expect(200);
  });

  it('finds links that lead nowhere soon after the text was saved', async () => {
    const endAt = Date.now() + 15_000;
    let found = await titles('?problem=broken-link');
    while (found[0] === 0 && Date.now() < endAt) {
      await new Promise(resolve => setTimeout(resolve, 50));
      found = await titles('?problem=broken-link');
    }
    expect(found).toEqual([1, [CHECKOUT]]);
  });
});
