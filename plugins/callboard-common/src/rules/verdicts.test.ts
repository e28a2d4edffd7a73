import { FindingDraft, FindingStatus, Verdict, verdictSchema } from '../words';
import { capNonProduction } from './capNonProduction';
import { neverObserved } from './neverObserved';
import { unknownVerdict } from './unknownVerdict';
import { statusOfFindings } from './worstOf';
import { SCRIPT_URL } from './pipelines/testFacts';

function draft(status: FindingStatus): FindingDraft {
  return {
    code: `code-${status}`,
    status,
    message: status,
    impact: 'live',
    params: {},
    links: [],
  };
}

function verdict(
  statuses: readonly FindingStatus[],
  rest: Partial<Verdict> = {},
): Verdict {
  const findings = statuses.map(draft);
  return {
    status: statusOfFindings(findings),
    since: '2026-11-24T14:00:00.000Z',
    summary: 'summary',
    findings,
    explanation: { rule: 'rule', inputs: [] },
    ...rest,
  };
}

describe('capNonProduction', () => {
  it.each<{
    before: FindingStatus[];
    after: FindingStatus[];
    status: string;
  }>([
    { before: [], after: [], status: 'ok' },
    { before: ['note'], after: ['note'], status: 'ok' },
    { before: ['failing'], after: ['warning'], status: 'warning' },
    { before: ['warning'], after: ['note'], status: 'ok' },
    { before: ['unknown'], after: ['note'], status: 'ok' },
    {
      before: ['failing', 'warning', 'unknown', 'note'],
      after: ['warning', 'note', 'note', 'note'],
      status: 'warning',
    },
  ])('$before become $after: $status', ({ before, after, status }) => {
    const capped = capNonProduction(verdict(before));
    expect(capped.findings.map(finding => finding.status)).toEqual(after);
    expect(capped.status).toBe(status);
    expect(capped.explanation.inputs.at(-1)?.name).toBe('Not production');
  });

  it('keeps the start where there is one', () => {
    const times = { atLeast: true, badSince: '2026-11-24T13:00:00.000Z' };
    expect(capNonProduction(verdict(['failing'], times))).toMatchObject(times);
    expect(capNonProduction(verdict(['warning'], times)).since).toBeUndefined();
    expect(capNonProduction(verdict([])).since).toBeDefined();
  });
});

describe('unknownVerdict', () => {
  it('has the reason as the code of its finding', () => {
    const made = unknownVerdict({
      reason: 'not-found',
      message: 'There is no job',
      hint: 'Correct it',
      params: { instance: 'main' },
      links: [
        { title: 'evil', url: SCRIPT_URL },
        { title: 'Job', url: 'https://ci.example/' },
        { title: 'none' },
      ],
    });
    expect(verdictSchema.parse(made)).toMatchObject({
      status: 'unknown',
      summary: 'not found',
      findings: [
        {
          code: 'not-found',
          status: 'unknown',
          impact: 'delivery',
          hint: 'Correct it',
          links: [{ title: 'Job', url: 'https://ci.example/' }],
        },
      ],
      explanation: { inputs: [{ name: 'instance', value: 'main' }] },
    });
  });

  it('names the source of what was never observed', () => {
    expect(
      verdictSchema.parse(neverObserved({ source: 'jenkins/main' })),
    ).toMatchObject({
      findings: [
        {
          code: 'never-observed',
          message: 'Never observed: jenkins/main has not answered yet',
        },
      ],
    });
  });
});
