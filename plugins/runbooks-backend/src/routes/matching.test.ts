import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  startRunbooks,
  type StartedRunbooks,
} from '../__testUtils__/startRunbooks';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const published = { content: 'Text', state: 'published' };

const WRITES = [
  {
    ...published,
    entityRef: 'component:default/checkout',
    title: 'Own, for the aspect',
    matches: [{ aspect: 'kubernetes' }],
  },
  {
    ...published,
    entityRef: 'system:default/shop',
    title: 'Of the system, for the finding',
    matches: [{ code: 'crash-loop' }],
  },
  {
    ...published,
    entityRef: 'domain:default/retail',
    title: 'Of the domain, for the aspect',
    matches: [{ aspect: 'kubernetes' }],
  },
  {
    ...published,
    entityRef: 'group:default/payments',
    title: 'Of the team, for both',
    matches: [{ aspect: 'kubernetes', code: 'Crash-Loop' }],
  },
  {
    ...published,
    entityRef: 'component:default/search',
    title: 'KubePodCrashLooping',
  },
  {
    ...published,
    entityRef: 'component:default/search',
    title: 'By its address',
    matches: [{ runbookUrl: 'https://wiki.example/crash/' }],
  },
  {
    ...published,
    entityRef: 'component:default/checkout',
    title: 'Pinned',
    pinned: true,
  },
  {
    entityRef: 'component:default/checkout',
    title: 'Only a draft',
    content: 'Text',
    matches: [{ code: 'crash-loop' }],
  },
];

describe.each(databases.eachSupportedId())('choosing runbooks, %s', id => {
  let knex: Knex;
  let started: StartedRunbooks;
  let mira: ReturnType<StartedRunbooks['as']>;

  beforeAll(async () => {
    knex = await databases.init(id);
    started = await startRunbooks({ knex });
    mira = started.as('mira');
    for (const write of WRITES) {
      await mira.post('/runbooks').send(write).expect(201);
    }
  });

  interface Item {
    runbook: { title: string; external?: boolean };
    score: number;
    because: string[];
  }
  const scored = (items: Item[]) =>
    items.map(({ runbook, score }) => [runbook.title, score]);

  it('gives what fits, best first, and says why', async () => {
    const { body } = await mira
      .get(
        '/match?entityRef=component:default/checkout&aspect=kubernetes&code=crash-loop',
      )
      .expect(200);
    expect(scored(body.items)).toEqual([
      ['Of the team, for both', 70],
      ['Of the system, for the finding', 65],
      ['Own, for the aspect', 50],
      ['Pinned', 40],
      ['Wiki', 40],
    ]);
    expect(body.items[0].because).toEqual(
      expect.arrayContaining([
        expect.stringContaining('crash-loop'),
        expect.stringContaining('payments'),
      ]),
    );
    expect(body.items[0].runbook).not.toHaveProperty('content');
    expect(body.items[4].runbook).toEqual({
      external: true,
      title: 'Wiki',
      url: 'https://wiki.example/checkout',
      entityRef: 'component:default/checkout',
    });
  });

  it("finds a stranger's runbook by the name of an alert and by its address", async () => {
    const { body: named } = await mira.get(
      '/match?entityRef=component:default/orphan&alertname=kubepodcrashlooping',
    );
    expect(scored(named.items)).toEqual([['KubePodCrashLooping', 50]]);
    const { body: addressed } = await mira.get(
      '/match?entityRef=component:default/orphan&runbookUrl=http://wiki.example/crash',
    );
    expect(scored(addressed.items)).toEqual([['By its address', 100]]);
    const { body: page } = await mira.get(
      `/match?entityRef=component:default/orphan&runbookUrl=https://portal.example/runbooks/${named.items[0].runbook.id}`,
    );
    expect(scored(page.items)).toEqual([['KubePodCrashLooping', 100]]);
  });

  it('shows a runbook of the alert that nobody wrote here as an external one', async () => {
    const { body } = await mira.get(
      '/match?entityRef=component:default/orphan&alertname=X&runbookUrl=https://elsewhere.example/x',
    );
    expect(body.items).toMatchObject([
      {
        score: 140,
        runbook: { external: true, url: 'https://elsewhere.example/x' },
      },
    ]);
  });

  it('answers several questions at once, in the order asked', async () => {
    const { body } = await mira
      .post('/match')
      .send({
        entityRef: 'component:default/orphan',
        questions: [{ code: 'nothing' }, { code: 'crash-loop' }, {}],
      })
      .expect(200);
    expect(body.items.map(scored)).toEqual([
      [],
      [['Of the system, for the finding', 45]],
      [],
    ]);
  });

  it.each([
    ['no entity', '/match?code=x', 400],
    ['an entity ref that is none', '/match?entityRef=x', 400],
    ['an entity that nobody knows', '/match?entityRef=component:a/nope', 404],
    ['an empty value', '/match?entityRef=component:default/orphan&code=', 400],
    [
      'a parameter that nobody knows',
      '/match?entityRef=component:default/orphan&x=1',
      400,
    ],
  ])('refuses %s', async (_, path, status) => {
    const response = await mira.get(path);
    expect(response.status).toBe(status);
  });

  it('refuses what is no list of questions', async () => {
    const entityRef = 'component:default/orphan';
    const answers = await Promise.all([
      mira.post('/match').send({ entityRef }),
      mira.post('/match').send({ entityRef, questions: {} }),
      mira.post('/match').send({ entityRef, questions: Array(201).fill({}) }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  });

  it('does without findings where there is no board', async () => {
    const { body } = await mira.get('/coverage').expect(200);
    expect(body.findingsFrom).toBe('none');
  });
});

describe('coverage with a board', () => {
  const asked: { url?: string; authorization?: string }[] = [];
  let board: http.Server;
  let answer: { status: number; body: object };
  let second: object;
  let started: StartedRunbooks;

  beforeAll(async () => {
    board = http.createServer((req, res) => {
      asked.push({
        url: req.url,
        authorization: req.headers.authorization,
      });
      res.statusCode = answer.status;
      res.setHeader('Content-Type', 'application/json');
      const isSecond = req.url?.includes('cursor=second');
      res.end(JSON.stringify(isSecond ? second : answer.body));
    });
    await new Promise<void>(resolve => {
      board.listen(0, '127.0.0.1', resolve);
    });
    const { port } = board.address() as AddressInfo;
    started = await startRunbooks({ board: `http://127.0.0.1:${port}` });
    for (const write of WRITES) {
      await started.as('mira').post('/runbooks').send(write).expect(201);
    }
  });

  afterAll(() => {
    board.close();
  });

  const lastAt = '2026-11-20T10:00:00.000Z';
  const finding = (name: string, code: string) => ({
    entityRef: `component:default/${name}`,
    aspect: 'pipelines',
    code,
    lastAt,
  });

  it('says for each owner which findings no runbook is for', async () => {
    answer = {
      status: 200,
      body: {
        items: [
          finding('checkout', 'crash-loop'),
          finding('checkout', 'build-failed'),
          finding('orphan', 'build-failed'),
        ],
        nextCursor: 'second',
      },
    };
    second = {
      items: [finding('orphan', 'hung'), finding('hidden', 'hung')],
    };
    const { body } = await started.as('mira').get('/coverage').expect(200);
    expect(body).toEqual({
      findingsFrom: 'callboard',
      items: [
        {
          services: [
            {
              entityRef: 'component:default/orphan',
              runbooksCount: 0,
              findings: [
                {
                  aspect: 'pipelines',
                  code: 'build-failed',
                  lastAt,
                  covered: false,
                },
                { aspect: 'pipelines', code: 'hung', lastAt, covered: false },
              ],
            },
          ],
        },
        {
          owner: 'group:default/discovery',
          services: [
            {
              entityRef: 'component:default/search',
              runbooksCount: 2,
              findings: [],
            },
          ],
        },
        {
          owner: 'group:default/payments',
          services: [
            {
              entityRef: 'component:default/checkout',
              runbooksCount: 5,
              findings: [
                {
                  aspect: 'pipelines',
                  code: 'build-failed',
                  lastAt,
                  covered: true,
                },
                {
                  aspect: 'pipelines',
                  code: 'crash-loop',
                  lastAt,
                  covered: true,
                },
              ],
            },
          ],
        },
      ],
    });
    expect(asked.at(-1)).toEqual({
      url: expect.stringMatching(
        /^\/v1\/findings\?from=.*Z&to=.*Z&cursor=second$/,
      ),
      authorization: expect.stringContaining('user:default/mira'),
    });
  });

  it('can be asked for some owners', async () => {
    const { body } = await started
      .as('mira')
      .get('/coverage?owner=discovery&owner=nobody');
    expect(body.items).toMatchObject([{ owner: 'group:default/discovery' }]);
    const mine = await started.as('mira').get('/coverage?owner=@me');
    expect(mine.body.items).toEqual([]);
    await started.as('mira').get('/coverage?x=1').expect(400);
  });

  it('is shown without findings where the board has no such route', async () => {
    answer = { status: 404, body: {} };
    const { body } = await started.as('mira').get('/coverage').expect(200);
    expect(body.findingsFrom).toBe('none');
    expect(body.items).toHaveLength(3);
  });

  it.each([
    ['fails', { status: 500, body: {} }],
    ['says something else', { status: 200, body: { items: [{}] } }],
  ])('is not known where the board %s', async (_, given) => {
    answer = given;
    const { status, body } = await started.as('mira').get('/coverage');
    expect([status, body.error.message]).toEqual([
      503,
      expect.stringContaining('The board does not say'),
    ]);
  });
});
