import type { RunbookState } from '../words';
import { isVerified } from './isVerified';
import {
  problemsOf,
  type ProblemContext,
  type RunbookCondition,
} from './problemsOf';

const NOW = new Date('2026-11-26T12:00:00.000Z');

const FINE: RunbookCondition = {
  state: 'published',
  owner: 'group:default/team-shop',
  reviewBy: '2027-05-03',
  verifiedAt: '2026-11-03T10:00:00.000Z',
};

const CONTEXT: ProblemContext = { now: NOW };

const link = (url: string) => ({ url, text: 'text', line: 1 });

describe('problemsOf', () => {
  it('finds none where all is well', () => {
    expect(problemsOf(FINE, CONTEXT)).toEqual([]);
  });

  it.each([
    ['2026-12-11', []],
    ['2026-12-10', [['review-due', '2026-11-26T00:00:00.000Z']]],
    ['2026-11-26', [['review-due', '2026-11-12T00:00:00.000Z']]],
    ['2026-11-25', [['review-overdue', '2026-11-26T00:00:00.000Z']]],
    [undefined, []],
  ])('judges a review by %s', (reviewBy, expected) => {
    expect(
      problemsOf({ ...FINE, reviewBy }, CONTEXT).map(({ code, since }) => [
        code,
        since,
      ]),
    ).toEqual(expected);
  });

  it('wants somebody to look after it', () => {
    expect(problemsOf({ ...FINE, owner: undefined }, CONTEXT)).toMatchObject([
      { code: 'unowned' },
    ]);
  });

  it.each([
    [
      'for a day',
      '2026-11-25T12:00:00.000Z',
      [
        'Nobody looks after it: its owner group:default/team-shop is not in the catalog',
      ],
    ],
    ['for a moment', '2026-11-25T12:00:00.001Z', []],
  ])(
    'knows that its owner is not in the catalog %s',
    (_name, ownerGoneAt, messages) => {
      const problems = problemsOf({ ...FINE, ownerGoneAt }, CONTEXT);
      expect(
        problems.map(({ code, since, message }) => [code, since, message]),
      ).toEqual(messages.map(message => ['unowned', ownerGoneAt, message]));
    },
  );

  it.each([
    ['a day ago', '2026-11-25T12:00:00.000Z', ['unowned']],
    ['a moment ago', '2026-11-25T12:00:00.001Z', []],
  ])(
    'knows that its entity left the catalog %s',
    (_name, entityGoneAt, codes) => {
      const problems = problemsOf({ ...FINE, entityGoneAt }, CONTEXT);
      expect(problems.map(({ code, since }) => [code, since])).toEqual(
        codes.map(code => [code, entityGoneAt]),
      );
    },
  );

  it.each([
    ['never', undefined, 'Nobody but its author went through this version'],
    [
      'too long ago',
      '2026-05-30T11:59:59.000Z',
      'Nobody went through it since 2026-05-30T11:59:59.000Z',
    ],
  ])('wants it verified where it was so %s', (_name, verifiedAt, message) => {
    expect(problemsOf({ ...FINE, verifiedAt }, CONTEXT)).toMatchObject([
      { code: 'never-verified', message },
    ]);
  });

  it('asks for a review after the second run without help', () => {
    const noHelpAt = ['2026-11-20T10:00:00.000Z', '2026-11-10T10:00:00.000Z'];
    expect(
      problemsOf({ ...FINE, noHelpAt: noHelpAt.slice(1) }, CONTEXT),
    ).toEqual([]);
    expect(problemsOf({ ...FINE, noHelpAt }, CONTEXT)).toMatchObject([
      {
        code: 'no-help',
        since: '2026-11-20T10:00:00.000Z',
        message: '2 runs of this text did not help, and none helped meanwhile',
      },
    ]);
  });

  it('names the steps that were reported as wrong', () => {
    const reports = [
      {
        step: 4,
        note: 'The flag is gone',
        at: '2026-11-20T10:00:00.000Z',
        by: 'user:default/ana',
      },
      { step: 2, at: '2026-11-10T10:00:00.000Z', by: 'user:default/ana' },
    ];
    expect(problemsOf({ ...FINE, reports }, CONTEXT)).toMatchObject([
      {
        code: 'step-wrong',
        message: 'Steps 2, 4 were reported as wrong: The flag is gone',
        since: '2026-11-10T10:00:00.000Z',
      },
    ]);
  });

  it.each([
    ['https://shop.example', false],
    ['mailto:team@shop.example', false],
    ['//shop.example/x', false],
    ['/catalog/default/component/shop', false],
    ['/runbooks/coverage', false],
    ['/runbooks/known', false],
    ['/runbooks/known#verify', false],
    ['/runbooks/unknown', true],
    ['#roll-back', false],
    ['#Roll-Back', false],
    ['#', false],
    ['#elsewhere', true],
    ['./memory.md', true],
    ['../shop/KubePodCrashLooping.md', false],
    ['KubePodCrashLooping.md#diagnosis', false],
    ['data:text/html,x', true],
    ['ftp://shop.example', true],
    ['%E0%A4%A', true],
  ])('knows whether %s leads nowhere', (url, broken) => {
    const problems = problemsOf(
      { ...FINE, links: [link(url)], anchors: ['roll-back'] },
      {
        ...CONTEXT,
        runbookIds: new Set(['known']),
        fileNames: new Set(['KubePodCrashLooping.md']),
      },
    );
    expect(problems.map(({ code }) => code)).toEqual(
      broken ? ['broken-link'] : [],
    );
  });

  it('does not judge links to runbooks where it knows none', () => {
    expect(
      problemsOf(
        { ...FINE, links: [link('/runbooks/any'), link('#any')] },
        CONTEXT,
      ),
    ).toEqual([]);
  });

  const alerts = (...names: string[]) => ({
    names: new Set(names),
    servers: ['prometheus/main', 'prometheus/apps'],
  });

  it.each([
    ['nobody knows any', undefined, []],
    ['none is known', alerts(), []],
    ['they are there', alerts('orderslate'), []],
    ['they are others', alerts('other'), ['No rule fires OrdersLate']],
  ])('judges alerts where %s', (_name, defined, messages) => {
    expect(
      problemsOf(
        { ...FINE, alertnames: ['OrdersLate'] },
        { ...CONTEXT, alerts: defined },
      ).map(({ message }) => message),
    ).toEqual(messages);
  });

  it('says who was asked for an alert', () => {
    expect(
      problemsOf(
        { ...FINE, alertnames: ['OrdersLate', 'Orders Early', 'Shop'] },
        { ...CONTEXT, alerts: alerts('ordersearly') },
      ),
    ).toMatchObject([
      {
        message: 'No rule fires OrdersLate, Shop',
        hint: 'Correct the name, or take it out. What was asked: prometheus/main, prometheus/apps',
      },
    ]);
  });

  it.each<RunbookState>(['draft', 'published'])(
    'says of a %s one where it was not understood',
    state => {
      expect(problemsOf({ ...FINE, state, plainLine: 812 }, CONTEXT)).toEqual([
        {
          code: 'not-understood',
          message: expect.stringContaining('begins in line 812'),
          hint: expect.any(String),
        },
      ]);
    },
  );

  it('says the worst first', () => {
    expect(
      problemsOf(
        {
          state: 'published',
          reviewBy: '2026-01-01',
          links: [link('a.md'), link('b.md'), link('c.md'), link('d.md')],
          reports: [{ step: 1, at: '2026-11-10T10:00:00.000Z', by: 'a' }],
          noHelpAt: ['2026-11-10T10:00:00.000Z', '2026-11-11T10:00:00.000Z'],
          alertnames: ['OrdersLate'],
        },
        { ...CONTEXT, alerts: alerts('other') },
      ).map(({ code }) => code),
    ).toEqual([
      'step-wrong',
      'no-help',
      'review-overdue',
      'broken-link',
      'unowned',
      'never-verified',
      'unknown-alert',
    ]);
  });

  it('leaves drafts their time and archived ones their rest', () => {
    const bad = { reviewBy: '2026-01-01', links: [link('a.md')] };
    expect(problemsOf({ ...bad, state: 'draft' }, CONTEXT)).toMatchObject([
      { code: 'broken-link' },
    ]);
    expect(problemsOf({ ...bad, state: 'archived' }, CONTEXT)).toEqual([]);
  });
});

describe('isVerified', () => {
  it.each([
    [undefined, false],
    ['2026-11-26T11:00:00.000Z', true],
    ['2026-05-30T12:00:00.000Z', true],
    ['2026-05-30T11:59:59.999Z', false],
  ])('judges %s', (verifiedAt, verified) => {
    expect(isVerified({ verifiedAt }, NOW)).toBe(verified);
  });
});
