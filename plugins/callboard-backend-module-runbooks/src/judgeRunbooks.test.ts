import { verdictSchema } from '@callboard/plugin-callboard-common';
import { problem, runbook } from './__testUtils__/runbooks';
import { judgeRunbooks, type JudgeRunbooksOptions } from './judgeRunbooks';

function judge(
  runbooks: JudgeRunbooksOptions['runbooks'],
  options: Partial<JudgeRunbooksOptions> = {},
) {
  const verdict = judgeRunbooks({
    entityRef: 'component:default/checkout',
    runbooks,
    external: 0,
    urlOf: id => `https://portal.example/runbooks/${id}`,
    ...options,
  });
  expect(verdictSchema.parse(verdict)).toEqual(verdict);
  return verdict;
}

describe('judgeRunbooks', () => {
  it.each<
    [
      string,
      Parameters<typeof judge>,
      { status: string; summary: string; codes: string[] },
    ]
  >([
    [
      'a runbook with nothing wrong',
      [[runbook()]],
      { status: 'ok', summary: '1 runbook', codes: [] },
    ],
    [
      'no runbook',
      [[]],
      { status: 'warning', summary: 'none', codes: ['no-runbook'] },
    ],
    [
      'a draft only',
      [[runbook({ state: 'draft' })]],
      { status: 'warning', summary: 'none', codes: ['no-runbook'] },
    ],
    [
      'one that is kept elsewhere',
      [[], { external: 1 }],
      { status: 'ok', summary: '1 kept elsewhere', codes: [] },
    ],
    [
      'one that is overdue, beside one that is well',
      [
        [
          runbook({ problems: [problem('review-overdue')] }),
          runbook({ id: 'rb-2' }),
        ],
      ],
      {
        status: 'warning',
        summary: '1 of 2 to mend',
        codes: ['review-overdue'],
      },
    ],
    [
      'one that nobody tried yet',
      [[runbook({ problems: [problem('never-verified')] })]],
      { status: 'ok', summary: '1 runbook', codes: ['never-verified'] },
    ],
    [
      'problems of a draft beside a published one',
      [
        [
          runbook(),
          runbook({
            id: 'rb-2',
            state: 'draft',
            problems: [problem('broken-link')],
          }),
        ],
      ],
      { status: 'ok', summary: '1 runbook', codes: [] },
    ],
    [
      'a problem that is not known yet',
      [[runbook({ problems: [problem('brand-new')] })]],
      { status: 'warning', summary: '1 of 1 to mend', codes: ['brand-new'] },
    ],
  ])('judges %s', (_, args, expected) => {
    const { status, summary, findings } = judge(...args);
    expect({
      status,
      summary,
      codes: findings.map(({ code }) => code),
    }).toEqual(expected);
  });

  it.each([
    'step-wrong',
    'no-help',
    'review-overdue',
    'broken-link',
    'unowned',
  ])('warns of %s', code => {
    expect(judge([runbook({ problems: [problem(code)] })]).status).toBe(
      'warning',
    );
  });

  it('says which runbook it is, what to do, and where', () => {
    const { findings } = judge([
      runbook({
        problems: [
          problem('review-overdue', {
            message: 'It was to be reviewed by 2026-11-01',
            since: '2026-11-02T00:00:00.000Z',
          }),
        ],
      }),
    ]);
    expect(findings).toEqual([
      {
        code: 'review-overdue',
        status: 'warning',
        message: '“Pods crash”: It was to be reviewed by 2026-11-01',
        hint: 'Mend review-overdue',
        since: '2026-11-02T00:00:00.000Z',
        impact: 'delivery',
        params: { runbook: 'rb-1' },
        links: [
          { title: 'Pods crash', url: 'https://portal.example/runbooks/rb-1' },
        ],
      },
    ]);
  });

  it('tells of several runbooks in one finding, since the first', () => {
    const ailing = [1, 2, 3, 4, 5].map(n =>
      runbook({
        id: `rb-${n}`,
        title: `R${n}`,
        problems: [
          problem('unowned', { since: `2026-11-0${6 - n}T00:00:00.000Z` }),
        ],
      }),
    );
    const { findings } = judge(ailing);
    expect(findings).toEqual([
      expect.objectContaining({
        message:
          '5 runbooks have nobody who looks after them: “R1”, “R2”, “R3” and 2 more',
        since: '2026-11-01T00:00:00.000Z',
        params: {},
      }),
    ]);
    expect(findings[0].links).toHaveLength(3);
  });

  it('tells of what is inherited only whose it is', () => {
    const inherited = runbook({
      id: 'rb-2',
      entityRef: 'system:default/shop',
      title: 'Hidden',
      problems: [problem('step-wrong', { message: 'Step 2: Hidden words' })],
    });
    const { findings } = judge([
      inherited,
      runbook({ problems: [problem('unowned')] }),
      { ...inherited, id: 'rb-3', problems: [problem('unowned')] },
    ]);
    expect(
      findings.map(({ message, links }) => [
        message,
        ...links.map(l => l.title),
      ]),
    ).toEqual([
      [
        'A runbook of system:default/shop has a step that was reported as wrong',
        'Runbook of system:default/shop',
      ],
      [
        '2 runbooks have nobody who looks after them: “Pods crash”, one of system:default/shop',
        'Pods crash',
        'Runbook of system:default/shop',
      ],
    ]);
    expect(JSON.stringify(findings)).not.toContain('Hidden');
  });

  it('has no links where the portal does not know its own address', () => {
    const { findings } = judge([runbook({ problems: [problem('unowned')] })], {
      urlOf: () => undefined,
    });
    expect(findings[0].links).toEqual([]);
  });
});
