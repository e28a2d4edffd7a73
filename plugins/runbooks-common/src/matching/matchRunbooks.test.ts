import type { MatchItem } from '../api';
import type { RunbookSummary } from '../words';
import { matchRunbooks } from './matchRunbooks';

const NOW = new Date('2026-11-26T12:00:00.000Z');

const CONTEXT = {
  entityRef: 'component:default/shop-api',
  systems: ['system:default/shop', 'domain:default/retail'],
  owners: ['group:default/team-shop'],
  now: NOW,
};

const ELSEWHERE = 'component:default/other';

function runbook(
  id: string,
  changes: Partial<RunbookSummary> = {},
): RunbookSummary {
  return {
    id,
    entityRef: CONTEXT.entityRef,
    title: id,
    tags: [],
    matches: [],
    state: 'published',
    reviewers: [],
    pinned: false,
    version: 1,
    contentHash: 'a'.repeat(64),
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'user:default/ana',
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: 'user:default/ana',
    helpedCount: 0,
    runsCount: 0,
    problems: [],
    ...changes,
  };
}

const idOf = ({ runbook: one }: MatchItem) => ('id' in one ? one.id : one.url);

describe('matchRunbooks', () => {
  it.each([
    ['an alert', { alertname: 'OrdersLate' }, { alertname: 'OrdersLate' }, 90],
    [
      'an alert in other letters',
      { alertname: 'orderslate' },
      { alertname: 'OrdersLate' },
      90,
    ],
    ['a finding', { code: 'crash-loop' }, { code: 'crash-loop' }, 85],
    [
      'a finding of an aspect',
      { aspect: 'kubernetes', code: 'crash-loop' },
      { aspect: 'kubernetes', code: 'crash-loop' },
      95,
    ],
    [
      'an aspect',
      { aspect: 'kubernetes', code: 'crash-loop' },
      { aspect: 'kubernetes' },
      50,
    ],
    [
      'an address',
      { runbookUrl: 'https://runbooks.example/orders/' },
      { runbookUrl: 'https://Runbooks.example/orders#fix' },
      140,
    ],
  ])('counts %s', (_name, question, matcher, score) => {
    expect(
      matchRunbooks(question, [runbook('a', { matches: [matcher] })], CONTEXT),
    ).toMatchObject([{ score }]);
  });

  it.each([
    [
      'one key of a matcher disagrees',
      { matches: [{ aspect: 'pipelines', code: 'crash-loop' }] },
    ],
    ['it is for something else', { matches: [{ code: 'image-pull' }] }],
    [
      'it is for what is not asked',
      { matches: [{ code: 'crash-loop', alertname: 'OrdersLate' }] },
    ],
    [
      'it is a draft',
      { state: 'draft' as const, matches: [{ code: 'crash-loop' }] },
    ],
    ['it is archived', { state: 'archived' as const, pinned: true }],
    ['it only belongs there', {}],
    [
      'it is pinned to another entity',
      { pinned: true, entityRef: 'system:default/shop' },
    ],
    [
      'only the aspect of another service agrees',
      { entityRef: ELSEWHERE, matches: [{ aspect: 'kubernetes' }] },
    ],
  ])('leaves a runbook out where %s', (_name, changes) => {
    expect(
      matchRunbooks(
        { aspect: 'kubernetes', code: 'crash-loop' },
        [runbook('a', changes)],
        CONTEXT,
      ),
    ).toEqual([]);
  });

  it('says why, with what each reason counts', () => {
    const matches = [{ aspect: 'kubernetes', code: 'crash-loop' }];
    const question = { aspect: 'kubernetes', code: 'crash-loop' };
    const items = matchRunbooks(
      question,
      [
        runbook('owner', { matches, entityRef: 'group:default/team-shop' }),
        runbook('other', { matches, entityRef: ELSEWHERE }),
        runbook('own', { matches, pinned: true }),
        runbook('domain', { matches, entityRef: 'domain:default/retail' }),
      ],
      CONTEXT,
    );
    const written = [
      'Written for the finding crash-loop (45)',
      'Written for kubernetes (10)',
    ];
    expect(items.map(item => [idOf(item), item.score, item.because])).toEqual([
      [
        'own',
        95,
        [...written, 'Belongs to shop-api itself (40)', 'Pinned to shop-api'],
      ],
      ['domain', 75, [...written, 'Belongs to its domain retail (20)']],
      ['owner', 70, [...written, 'Belongs to its owner team-shop (15)']],
      ['other', 55, written],
    ]);
  });

  it('counts the best of several matchers', () => {
    const matches = [
      { aspect: 'kubernetes' },
      { code: 'crash-loop' },
      { alertname: 'Other' },
    ];
    expect(
      matchRunbooks(
        { aspect: 'kubernetes', code: 'crash-loop' },
        [runbook('a', { matches })],
        CONTEXT,
      )[0].score,
    ).toBe(85);
  });

  it.each(['OrdersLate', 'Orders Late', 'orders late'])(
    'takes the title %s, which is the name of the alert, for a matcher',
    title => {
      expect(
        matchRunbooks(
          { alertname: 'OrdersLate' },
          [runbook('a', { title, entityRef: ELSEWHERE })],
          CONTEXT,
        ),
      ).toMatchObject([{ score: 50 }]);
    },
  );

  it('shows what is pinned for every finding', () => {
    expect(
      matchRunbooks({ code: 'any' }, [runbook('a', { pinned: true })], CONTEXT),
    ).toMatchObject([
      {
        score: 40,
        because: ['Belongs to shop-api itself (40)', 'Pinned to shop-api'],
      },
    ]);
  });

  it('prefers of equals the verified, then what helped, then the newest', () => {
    const matches = [{ code: 'crash-loop' }];
    const items = matchRunbooks(
      { code: 'crash-loop' },
      [
        runbook('old', { matches }),
        runbook('new', { matches, updatedAt: '2026-06-01T00:00:00.000Z' }),
        runbook('helped', { matches, helpedCount: 3 }),
        runbook('outdated', {
          matches,
          verifiedAt: '2025-01-01T00:00:00.000Z',
        }),
        runbook('verified', {
          matches,
          verifiedAt: '2026-11-01T00:00:00.000Z',
        }),
      ],
      CONTEXT,
    );
    expect(items.map(idOf)).toEqual([
      'verified',
      'helped',
      'new',
      'old',
      'outdated',
    ]);
  });

  it('lists links of the entity, marked external, behind what is written for the finding', () => {
    const items = matchRunbooks(
      { code: 'crash-loop' },
      [
        {
          external: true,
          title: 'Wiki',
          url: 'https://wiki.example/shop',
          entityRef: CONTEXT.entityRef,
        },
        {
          external: true,
          title: 'System',
          url: 'https://wiki.example/system',
          entityRef: 'system:default/shop',
        },
        runbook('a', { matches: [{ code: 'crash-loop' }] }),
      ],
      CONTEXT,
    );
    expect(items).toMatchObject([
      { runbook: { id: 'a' } },
      {
        runbook: { external: true, title: 'Wiki' },
        score: 40,
        because: ['Belongs to shop-api itself (40)', 'A link of shop-api'],
      },
    ]);
  });

  it('takes the runbook that an alert names, once', () => {
    const question = {
      alertname: 'OrdersLate',
      runbookUrl: 'https://wiki.example/orders',
    };
    expect(matchRunbooks(question, [], CONTEXT)).toMatchObject([
      {
        runbook: {
          external: true,
          title: 'Runbook of OrdersLate',
          url: 'https://wiki.example/orders',
        },
        score: 140,
        because: [
          'The alert names it as its runbook (100)',
          'Belongs to shop-api itself (40)',
        ],
      },
    ]);
    expect(
      matchRunbooks(
        question,
        [
          {
            external: true,
            title: 'Orders',
            url: 'https://wiki.example/orders/',
            entityRef: CONTEXT.entityRef,
          },
        ],
        CONTEXT,
      ).map(item => item.runbook.title),
    ).toEqual(['Orders']);
  });

  it.each([
    ['', ''],
    ['#kubejobfailed', '#kubejobfailed'],
    ['#kubejobfailed', ''],
    ['', '#kubejobfailed'],
  ])('takes a page%j for the one that an alert names%j', (written, asked) => {
    const page = 'https://wiki.example/runbook.md';
    const matches = [{ runbookUrl: page + written }];
    expect(
      matchRunbooks(
        { runbookUrl: page + asked },
        [runbook('a', { matches, entityRef: ELSEWHERE })],
        CONTEXT,
      ).map(idOf),
    ).toEqual(['a']);
  });

  it('tells places of one page apart, which are the runbooks of many alerts', () => {
    const at = (place: string) => `https://wiki.example/runbook.md#${place}`;
    const link = (place: string) => ({
      external: true as const,
      title: place,
      url: at(place),
      entityRef: CONTEXT.entityRef,
    });
    const matches = [{ runbookUrl: at('kubejobfailed') }];
    const items = matchRunbooks(
      { runbookUrl: at('kubepodnotready') },
      [
        runbook('job', { matches, entityRef: ELSEWHERE }),
        link('kubejobfailed'),
        link('kubepodnotready'),
      ],
      CONTEXT,
    );
    expect(items.map(item => [idOf(item), item.score])).toEqual([
      [at('kubepodnotready'), 140],
      [at('kubejobfailed'), 40],
    ]);
  });

  it('knows its own page when an alert names it', () => {
    expect(
      matchRunbooks(
        { runbookUrl: 'https://portal.example/runbooks/a' },
        [runbook('a', { entityRef: ELSEWHERE })],
        CONTEXT,
      ),
    ).toMatchObject([{ runbook: { id: 'a' }, score: 100 }]);
  });

  it('makes no link of an address that is none', () => {
    expect(
      matchRunbooks({ runbookUrl: 'data:text/html,x' }, [], CONTEXT),
    ).toEqual([]);
  });
});
