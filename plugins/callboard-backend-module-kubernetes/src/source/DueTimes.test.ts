import { FakeTime } from '../__testUtils__/FakeTime';
import { DueTimes } from './DueTimes';

const MINUTE_MS = 60_000;

describe('DueTimes', () => {
  let time: FakeTime;
  let due: string[][];
  let times: DueTimes;

  beforeEach(() => {
    time = FakeTime.create(0);
    due = [];
    times = DueTimes.create({ time, onDue: ids => due.push([...ids].sort()) });
  });

  it('tells what is due, together and in turn', () => {
    times.set('c', 3 * MINUTE_MS);
    times.set('a', MINUTE_MS);
    times.set('b', MINUTE_MS);
    time.advance(MINUTE_MS - 1);
    expect(due).toEqual([]);
    time.advance(1);
    expect(due).toEqual([['a', 'b']]);
    time.advance(2 * MINUTE_MS);
    expect(due).toEqual([['a', 'b'], ['c']]);
  });

  it('holds to the time that was set last', () => {
    times.set('a', MINUTE_MS);
    times.set('a', 2 * MINUTE_MS);
    times.set('b', MINUTE_MS);
    times.set('b', undefined);
    time.advance(MINUTE_MS);
    expect(due).toEqual([]);
    time.advance(MINUTE_MS);
    expect(due).toEqual([['a']]);
  });

  it('lets something be due sooner, and not later', () => {
    times.set('a', 2 * MINUTE_MS);
    times.notAfter('a', MINUTE_MS);
    times.notAfter('a', 3 * MINUTE_MS);
    time.advance(MINUTE_MS);
    expect(due).toEqual([['a']]);
    time.advance(3 * MINUTE_MS);
    expect(due).toHaveLength(1);
  });

  it('never fires for a time that is past at once', () => {
    times.set('a', -MINUTE_MS);
    expect(due).toEqual([]);
    time.advance(1_000);
    expect(due).toEqual([['a']]);
  });

  it('keeps order among many, however often they are set anew', () => {
    for (let n = 0; n < 5_000; n++) {
      times.set(`s${n % 100}`, MINUTE_MS + ((n * 7_919) % 5_000) * 1_000);
    }
    time.advance(2 * 5_000_000);
    expect(due.flat()).toHaveLength(100);
    expect(new Set(due.flat()).size).toBe(100);
  });

  it('fires no more when it is stopped', () => {
    times.set('a', MINUTE_MS);
    times.stop();
    time.advance(2 * MINUTE_MS);
    expect(due).toEqual([]);
  });
});
