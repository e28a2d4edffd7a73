import { Verdict } from '../../words';
import { showSettled } from './showSettled';

const ok: Verdict = {
  status: 'ok',
  summary: 'passed',
  findings: [],
  explanation: { rule: 'rule', inputs: [] },
  activity: { kind: 'building', message: 'building #2' },
};
const failing: Verdict = {
  status: 'failing',
  summary: 'failed',
  findings: [
    {
      code: 'build-failed',
      status: 'failing',
      message: 'red',
      impact: 'delivery',
      params: { job: 'shop' },
      links: [],
    },
  ],
  explanation: { rule: 'rule', inputs: [] },
};
const since = Date.parse('2026-11-24T14:00:00Z');

describe('showSettled', () => {
  it('shows what is settled as it is', () => {
    expect(showSettled({ verdict: ok, state: { status: 'ok', since } })).toBe(
      ok,
    );
  });

  it('keeps what was shown while a recovery is not settled, with what goes on now', () => {
    expect(
      showSettled({
        verdict: ok,
        shown: failing,
        state: { status: 'failing', since },
      }),
    ).toEqual({ ...failing, activity: ok.activity });
  });

  it('has a finding for the worst while it flaps', () => {
    const shown = showSettled({
      verdict: ok,
      shown: failing,
      state: { status: 'failing', since, flappingSince: since },
    });
    expect(shown).toMatchObject({
      status: 'failing',
      summary: 'passed',
      findings: [
        {
          code: 'flapping',
          status: 'failing',
          impact: 'delivery',
          message:
            'Changes between good and bad since 2026-11-24T14:00:00.000Z',
          params: { job: 'shop' },
        },
      ],
    });
  });
});
