import { Counts } from '@callboard/plugin-callboard-common';
import { countAll, countOf, worstOf } from './counts';
import { worstGroupsFirst } from './groupOrder';

const counts = (part: Partial<Counts>): Counts => ({
  failing: 0,
  warning: 0,
  unknown: 0,
  ok: 0,
  none: 0,
  ...part,
});

describe('groups', () => {
  it('come worst first, then by name', () => {
    const groups = [
      { value: 'fine', counts: counts({ ok: 90 }) },
      { value: 'blind', counts: counts({ unknown: 1 }) },
      { value: 'two-red', counts: counts({ failing: 2, ok: 1 }) },
      { value: 'also-fine', counts: counts({ ok: 3 }) },
      { value: 'red-and-amber', counts: counts({ failing: 2, warning: 7 }) },
      { value: 'amber', counts: counts({ warning: 30 }) },
    ];
    expect(worstGroupsFirst(groups).map(group => group.value)).toEqual([
      'red-and-amber',
      'two-red',
      'amber',
      'blind',
      'also-fine',
      'fine',
    ]);
  });

  it('that are findings come by how bad these are: many note what fails elsewhere', () => {
    const groups = [
      {
        value: 'no-runbook',
        worst: 'warning' as const,
        counts: counts({ failing: 9, ok: 9 }),
      },
      {
        value: 'flaky',
        worst: 'note' as const,
        counts: counts({ failing: 7 }),
      },
      {
        value: 'crash-loop',
        worst: 'failing' as const,
        counts: counts({ failing: 1 }),
      },
    ];
    expect(worstGroupsFirst(groups).map(group => group.value)).toEqual([
      'crash-loop',
      'no-runbook',
      'flaky',
    ]);
  });

  it.each([
    [counts({ failing: 1, ok: 5 }), 'failing'],
    [counts({ unknown: 2, ok: 5 }), 'unknown'],
    [counts({ ok: 5, none: 1 }), 'ok'],
    [counts({}), 'none'],
  ])('know the worst status of %j', (given, expected) => {
    expect(worstOf(given)).toBe(expected);
  });

  it('count all, or some', () => {
    const given = counts({ failing: 1, warning: 2, none: 4 });
    expect(countAll(given)).toBe(7);
    expect(countOf(given, [])).toBe(7);
    expect(countOf(given, ['warning', 'none'])).toBe(6);
  });
});
