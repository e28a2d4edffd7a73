import { Status, Verdict } from '../words';
import { combineVerdicts, worstVerdict } from './combineVerdicts';

const iso = (hour: number) => `2026-11-24T${hour}:00:00.000Z`;

function verdict(status: Status, rest: Partial<Verdict> = {}): Verdict {
  return {
    status,
    summary: status,
    findings:
      status === 'ok'
        ? []
        : [
            {
              code: `code-${status}`,
              status,
              message: status,
              impact: 'live',
              params: {},
              links: [],
            },
          ],
    explanation: { rule: `rule of ${status}`, inputs: [] },
    ...rest,
  };
}

/** `failing 12`: since twelve; `failing 12+`: since twelve at least; `failing`: nobody knows. */
function read(text: string): Verdict {
  const [status, hour] = text.split(' ');
  return verdict(status as Status, {
    ...(hour && { since: iso(Number.parseInt(hour, 10)) }),
    ...(hour?.endsWith('+') && { atLeast: true }),
  });
}

function write({ status, since, atLeast, badSince }: Verdict): string {
  const hour = (instant: string) => instant.slice(11, 13);
  return [
    status,
    ...(since ? [`${hour(since)}${atLeast ? '+' : ''}`] : []),
    ...(badSince ? [`bad since ${hour(badSince)}`] : []),
  ].join(' ');
}

describe('combineVerdicts', () => {
  it.each<[parts: readonly string[], whole: string]>([
    // One bad part is enough to be bad: since the first that shares the worst status.
    [['failing 13', 'failing 12'], 'failing 12'],
    [['failing 12', 'failing 13'], 'failing 12'],
    [['failing 12', 'warning 13'], 'failing 12'],
    [['failing 12', 'ok 10'], 'failing 12'],
    [['failing 12', 'unknown 10'], 'failing 12'],
    [['warning 11', 'failing 12', 'failing 13'], 'failing 12 bad since 11'],
    [['unknown 12', 'unknown 11', 'ok 10'], 'unknown 11'],
    // Any of them may have been the first, where it is not known when it began.
    [['failing 12+', 'failing 13'], 'failing 12+'],
    [['failing 12', 'failing 13+'], 'failing 12+'],
    [['failing 12', 'failing'], 'failing 12+'],
    [['failing 12', 'warning 11+'], 'failing 12 bad since 11'],
    [['failing', 'failing'], 'failing'],
    // All have to be ok to be ok: since the last that became so.
    [['ok 11', 'ok 12', 'ok 10'], 'ok 12'],
    [['ok 10+', 'ok 12'], 'ok 12'],
    [['ok 10', 'ok 12+'], 'ok 12+'],
    [['ok', 'ok 12'], 'ok'],
  ])('%j make %s', (parts, whole) => {
    const combined = combineVerdicts(parts.map(read));
    expect(combined && write(combined)).toBe(whole);
  });

  it('takes one as it is, and none for nothing', () => {
    const one = verdict('failing');
    expect(combineVerdicts([one])).toBe(one);
    expect(combineVerdicts([])).toBeUndefined();
  });

  it('says what the worst says, and has the findings of all', () => {
    const activity = { kind: 'building', message: 'building #1' };
    expect(
      combineVerdicts([
        verdict('ok', { activity }),
        verdict('warning', { since: iso(10) }),
        verdict('failing', { since: iso(13), summary: 'later' }),
        verdict('failing', { since: iso(12), summary: 'first' }),
      ]),
    ).toMatchObject({
      summary: 'first, and 1 more',
      activity,
      findings: [
        { status: 'failing' },
        { status: 'failing' },
        { status: 'warning' },
      ],
      explanation: { rule: 'rule of failing' },
    });
  });

  it('counts what is ok', () => {
    const all = [verdict('ok'), verdict('ok', { off: true })];
    const combined = combineVerdicts(all, { noun: 'jobs' });
    expect(combined?.summary).toBe('2 jobs are ok');
    expect(combined?.off).toBeUndefined();
  });

  it('is off where all are', () => {
    const off = verdict('ok', { off: true, summary: 'disabled' });
    expect(combineVerdicts([off, off])).toMatchObject({
      off: true,
      summary: 'disabled, and 1 more',
    });
  });
});

describe('worstVerdict', () => {
  it('is the one that began first, and is off only where all are', () => {
    const off = verdict('ok', { since: iso(10), off: true });
    const first = verdict('ok', { since: iso(11) });
    const second = verdict('ok', { since: iso(12) });
    expect(worstVerdict([off, second, first])).toBe(first);
    expect(worstVerdict([off])).toBe(off);
    expect(worstVerdict([])).toBeUndefined();
  });
});
