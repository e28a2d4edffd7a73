import { toInstant } from '../instants';
import { judgeQueue } from './judgeQueue';
import { facts, HOUR, MIN, NOW, runs } from './testFacts';

function waiting(count: number, why = 'no agent linux') {
  return Array.from({ length: count }, (_, index) =>
    facts({
      job: `shop/${why}/${index}`,
      queue: { since: NOW - HOUR - index * MIN, why },
    }),
  );
}

describe('judgeQueue', () => {
  it.each([
    { name: 'four jobs', jobs: waiting(4) },
    {
      name: 'many that do not wait for long',
      jobs: waiting(9).map(job => ({
        ...job,
        queue: { since: NOW - MIN, why: 'agent' },
      })),
    },
    {
      name: 'many that wait behind their own builds',
      jobs: waiting(9).map(job => ({ ...job, runs: runs('RS') })),
    },
    {
      name: 'many that are disabled',
      jobs: waiting(9).map(job => ({ ...job, disabled: true })),
    },
  ])('has nothing to say of $name', ({ jobs }) => {
    expect(judgeQueue(jobs, { now: NOW })).toBeUndefined();
  });

  it('makes one finding of five jobs and more', () => {
    expect(
      judgeQueue([...waiting(5), ...waiting(2, 'no agent mac'), facts()], {
        now: NOW,
      }),
    ).toMatchObject({
      code: 'queue-stuck',
      status: 'warning',
      message: '7 jobs wait in the queue: no agent linux',
      since: toInstant(NOW - HOUR - 4 * MIN + 15 * MIN),
      params: { source: 'jenkins/main', jobs: '7' },
    });
  });
});
