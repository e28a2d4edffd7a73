import { FindingStatus, Impact } from '../words';
import { composeAspect } from './composeAspect';
import { composeOverall } from './composeOverall';
import {
  ComparableFinding,
  compareFindings,
  impactOf,
  worstFinding,
} from './findings';

function finding(
  status: FindingStatus,
  impact: Impact = 'live',
  since?: string,
): ComparableFinding {
  return {
    status,
    impact,
    since: since ?? '2026-11-24T14:00:00Z',
  };
}

describe('findings', () => {
  it('sort worst first, then live, then oldest', () => {
    const sorted = [
      finding('failing'),
      { status: 'failing' as const, impact: 'live' as const },
      finding('failing', 'delivery', '2026-11-24T10:00:00Z'),
      finding('warning', 'live', '2026-11-24T10:00:00Z'),
      finding('unknown'),
      finding('note', 'live', '2026-11-01T10:00:00Z'),
    ];
    expect([...sorted].reverse().sort(compareFindings)).toEqual(sorted);
  });

  it('have a worst that is no note', () => {
    expect(worstFinding([finding('note')])).toBeUndefined();
    expect(worstFinding([finding('note'), finding('unknown')])?.status).toBe(
      'unknown',
    );
  });

  it('are about delivery only where all of the worst are', () => {
    expect(impactOf([])).toBeUndefined();
    expect(
      impactOf([finding('failing', 'delivery'), finding('warning', 'live')]),
    ).toBe('delivery');
    expect(
      impactOf([finding('failing', 'delivery'), finding('failing', 'live')]),
    ).toBe('live');
  });
});

describe('composeAspect', () => {
  const part = (status: 'failing' | 'warning' | 'unknown' | 'ok') => ({
    status,
    summary: status,
    findings: status === 'ok' ? [] : [finding(status)],
  });

  it('is absent where there is no part', () => {
    expect(composeAspect([])).toBeUndefined();
  });

  it('is the worst of its parts, with the findings of all', () => {
    expect(
      composeAspect([part('ok'), part('unknown'), part('failing')]),
    ).toEqual({
      status: 'failing',
      summary: 'failing',
      findings: [finding('failing'), finding('unknown')],
    });
  });

  it('shows what goes on in any part', () => {
    const activity = { kind: 'building', message: 'building #1' };
    expect(
      composeAspect([part('failing'), { ...part('ok'), activity }]),
    ).toMatchObject({ status: 'failing', activity });
  });

  it('is off only where every part is, and what is on speaks for it', () => {
    const off = { ...part('ok'), summary: 'disabled', off: true };
    expect(composeAspect([off, off])).toMatchObject({ off: true });
    const mixed = composeAspect([off, part('ok')]);
    expect(mixed?.off).toBeUndefined();
    expect(mixed?.summary).toBe('ok');
  });

  it('lets what is ok without a note speak', () => {
    const noted = {
      ...part('ok'),
      summary: '10 restarts in 1 h',
      findings: [finding('note')],
    };
    expect(composeAspect([noted, part('ok')])?.summary).toBe('ok');
  });
});

describe('composeOverall', () => {
  it('is none where nothing is connected', () => {
    expect(composeOverall({})).toEqual({ status: 'none' });
  });

  it('leaves readiness out', () => {
    expect(
      composeOverall({
        ownership: { status: 'failing', findings: [finding('failing')] },
      }),
    ).toEqual({ status: 'none' });
    expect(
      composeOverall({
        pipelines: { status: 'ok', findings: [finding('note')] },
        runbooks: { status: 'warning', findings: [finding('warning')] },
      }),
    ).toEqual({ status: 'ok' });
  });

  it('is the worst of its aspects, and says why', () => {
    const why = finding('failing', 'live');
    expect(
      composeOverall({
        pipelines: {
          status: 'failing',
          findings: [finding('failing', 'delivery')],
        },
        kubernetes: { status: 'failing', findings: [why] },
        alerts: { status: 'unknown', findings: [finding('unknown')] },
      }),
    ).toEqual({
      status: 'failing',
      impact: 'live',
      worst: { aspect: 'kubernetes', finding: why },
    });
  });

  it('is bad even where no finding says why', () => {
    expect(
      composeOverall({ logs: { status: 'failing', findings: [] } }),
    ).toEqual({ status: 'failing' });
  });
});
