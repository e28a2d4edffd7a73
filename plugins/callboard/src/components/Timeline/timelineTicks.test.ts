import { DateTime } from 'luxon';
import { timelineTicks } from './timelineTicks';

function labels(from: string, to: string, zone: string, maxCount: number) {
  return timelineTicks(
    { from: Date.parse(from), to: Date.parse(to) },
    { maxCount, zone },
  ).map(({ at, day }) =>
    DateTime.fromMillis(at, { zone }).toFormat(day ? 'ccc d' : 'HH:mm'),
  );
}

describe('timelineTicks', () => {
  it.each([
    {
      name: 'an hour in steps of ten minutes',
      from: '2026-11-23T13:40:00Z',
      to: '2026-11-23T14:40:00Z',
      zone: 'UTC',
      maxCount: 9,
      ticks: ['13:40', '13:50', '14:00', '14:10', '14:20', '14:30', '14:40'],
    },
    {
      name: 'three hours in steps of twenty minutes',
      from: '2026-11-23T11:45:00Z',
      to: '2026-11-23T14:45:00Z',
      zone: 'UTC',
      maxCount: 9,
      ticks: '12:00 12:20 12:40 13:00 13:20 13:40 14:00 14:20 14:40'.split(' '),
    },
    {
      name: 'a day on the hours of the viewer, not of UTC',
      from: '2026-11-22T14:40:00Z',
      to: '2026-11-23T14:40:00Z',
      zone: 'Asia/Kolkata',
      maxCount: 9,
      ticks: '21:00 Mon 23|03:00|06:00|09:00|12:00|15:00|18:00'
        .replace(' ', '|')
        .split('|'),
    },
    {
      name: 'a week by days',
      from: '2026-11-16T14:40:00Z',
      to: '2026-11-23T14:40:00Z',
      zone: 'UTC',
      maxCount: 9,
      ticks: [
        'Tue 17',
        'Wed 18',
        'Thu 19',
        'Fri 20',
        'Sat 21',
        'Sun 22',
        'Mon 23',
      ],
    },
    {
      name: 'a week with little room: every other day',
      from: '2026-11-16T14:40:00Z',
      to: '2026-11-23T14:40:00Z',
      zone: 'UTC',
      maxCount: 4,
      ticks: ['Wed 18', 'Fri 20', 'Sun 22'],
    },
    {
      name: 'the night in which the clock goes back',
      from: '2026-10-24T22:30:00Z',
      to: '2026-10-25T10:30:00Z',
      zone: 'Europe/Berlin',
      maxCount: 4,
      ticks: ['03:00', '06:00', '09:00'],
    },
  ])('$name', ({ from, to, zone, maxCount, ticks }) => {
    expect(labels(from, to, zone, maxCount)).toEqual(ticks);
  });
});
