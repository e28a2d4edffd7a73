import type {
  OverallStatus,
  TimelineEntry,
} from '@callboard/plugin-callboard-common';
import { statusSpans } from './statusSpans';

const minute = (n: number) => n * 60_000;
const iso = (n: number) => new Date(minute(n)).toISOString();
const window = { from: minute(0), to: minute(180) };

function became(
  at: number,
  from: OverallStatus,
  to: OverallStatus,
): TimelineEntry {
  return {
    type: 'transition',
    at: new Date(minute(at)).toISOString(),
    from,
    to,
  };
}

/** `from-to status since`, in minutes. */
function words(spans: ReturnType<typeof statusSpans>): string[] {
  return spans.map(({ from, to, status, since }) =>
    [
      `${from / 60_000}-${to / 60_000}`,
      status ?? 'unheard',
      ...(since === undefined ? [] : [`since ${since / 60_000}`]),
    ].join(' '),
  );
}

describe('statusSpans', () => {
  it.each([
    {
      name: 'is one span where nothing changed',
      entries: [],
      current: { status: 'ok', since: minute(-600) },
      spans: ['0-180 ok since -600'],
    },
    {
      name: 'begins a span at each transition',
      entries: [
        became(122, 'warning', 'failing'),
        became(119, 'ok', 'warning'),
      ],
      current: { status: 'failing', since: minute(122) },
      spans: [
        '0-119 ok',
        '119-122 warning since 119',
        '122-180 failing since 122',
      ],
    },
    {
      name: 'knows nothing before first sight',
      entries: [],
      current: { status: 'ok', since: minute(60) },
      spans: ['0-60 unheard', '60-180 ok since 60'],
    },
    {
      name: 'knows when the first status of the window began',
      entries: [{ ...became(50, 'ok', 'failing'), fromSince: iso(-600) }],
      current: { status: 'failing', since: minute(50) },
      spans: ['0-50 ok since -600', '50-180 failing since 50'],
    },
    {
      name: 'knows nothing before the first status began',
      entries: [{ ...became(50, 'failing', 'ok'), fromSince: iso(20) }],
      current: { status: 'ok', since: minute(50) },
      spans: ['0-20 unheard', '20-50 failing since 20', '50-180 ok since 50'],
    },
    {
      name: 'takes the current status over the last transition (a stale ok has decayed)',
      entries: [became(20, 'failing', 'ok')],
      current: { status: 'unknown', since: minute(150) },
      spans: [
        '0-20 failing',
        '20-150 ok since 20',
        '150-180 unknown since 150',
      ],
    },
    {
      name: 'leaves out transitions outside the window',
      entries: [became(-5, 'failing', 'ok'), became(190, 'ok', 'failing')],
      current: { status: 'ok', since: minute(-5) },
      spans: ['0-180 ok since -5'],
    },
    {
      name: 'leaves out the transitions of aspects',
      entries: [
        { ...became(50, 'ok', 'failing'), aspect: 'pipelines' } as const,
      ],
      current: { status: 'ok', since: minute(-5) },
      spans: ['0-180 ok since -5'],
    },
    {
      name: 'keeps the order where the row is older than the transition',
      entries: [became(100, 'ok', 'failing')],
      current: { status: 'ok', since: minute(-5) },
      spans: ['0-100 ok', '100-180 ok since -5'],
    },
  ] as const)('$name', ({ entries, current, spans }) => {
    expect(words(statusSpans(entries, { window, current }))).toEqual(spans);
  });

  it('gives the spans of one aspect', () => {
    const entries = [{ ...became(50, 'ok', 'failing'), aspect: 'alerts' }];
    expect(
      words(
        statusSpans(entries as TimelineEntry[], {
          window,
          current: { status: 'failing', since: minute(50) },
          aspect: 'alerts',
        }),
      ),
    ).toEqual(['0-50 ok', '50-180 failing since 50']);
  });
});
