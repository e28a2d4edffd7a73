import { TimelineEntry } from '../../words';
import { toInstant } from '../instants';
import { foldFlapping } from './foldFlapping';

const T0 = Date.parse('2026-11-24T14:00:00Z');
const iso = (minutes: number) => toInstant(T0 + minutes * 60_000);

type Transition = Extract<TimelineEntry, { type: 'transition' }>;

function transition(
  min: number,
  rest: Partial<Transition> & Pick<Transition, 'from' | 'to'>,
): Transition {
  return { type: 'transition', at: iso(min), aspect: 'pipelines', ...rest };
}

const change: TimelineEntry = {
  type: 'change',
  source: 'jenkins/main',
  key: 'shop#1',
  kind: 'build',
  at: iso(15),
  title: 'Build #1',
};
const flapping = transition(40, {
  from: 'ok',
  to: 'failing',
  flappingSince: iso(10),
});

describe('foldFlapping', () => {
  const cases: ReadonlyArray<{
    name: string;
    entries: readonly TimelineEntry[];
    folded: readonly TimelineEntry[];
  }> = [
    { name: 'nothing', entries: [], folded: [] },
    {
      name: 'transitions that do not flap stay',
      entries: [
        transition(20, { from: 'failing', to: 'ok' }),
        change,
        transition(10, { from: 'ok', to: 'failing' }),
      ],
      folded: [
        transition(20, { from: 'failing', to: 'ok' }),
        change,
        transition(10, { from: 'ok', to: 'failing' }),
      ],
    },
    {
      name: 'what flapped becomes one entry; before, after, changes and other aspects stay',
      entries: [
        transition(70, { from: 'failing', to: 'ok' }),
        flapping,
        transition(30, { from: 'ok', to: 'failing' }),
        transition(30, { aspect: undefined, from: 'ok', to: 'failing' }),
        transition(20, { from: 'failing', to: 'ok' }),
        change,
        transition(10, { from: 'warning', to: 'failing' }),
        transition(5, { from: 'ok', to: 'warning' }),
      ],
      folded: [
        transition(70, { from: 'failing', to: 'ok' }),
        { ...flapping, from: 'warning' },
        transition(30, { aspect: undefined, from: 'ok', to: 'failing' }),
        change,
        transition(5, { from: 'ok', to: 'warning' }),
      ],
    },
    {
      name: 'flapping that got worse stays one entry',
      entries: [
        { ...flapping, at: iso(50), from: 'warning' },
        { ...flapping, to: 'warning' },
        transition(10, { from: 'ok', to: 'warning' }),
      ],
      folded: [{ ...flapping, at: iso(50), from: 'ok' }],
    },
    {
      name: 'two times of flapping are two entries',
      entries: [
        transition(300, {
          from: 'ok',
          to: 'failing',
          flappingSince: iso(280),
        }),
        transition(290, { from: 'failing', to: 'ok' }),
        transition(280, { from: 'ok', to: 'failing' }),
        transition(70, { from: 'failing', to: 'ok' }),
        flapping,
        transition(10, { from: 'ok', to: 'failing' }),
      ],
      folded: [
        transition(300, {
          from: 'ok',
          to: 'failing',
          flappingSince: iso(280),
        }),
        transition(70, { from: 'failing', to: 'ok' }),
        flapping,
      ],
    },
  ];

  it.each(cases)('$name', ({ entries, folded }) => {
    expect(foldFlapping(entries)).toEqual(folded);
  });
});
