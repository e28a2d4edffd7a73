import { readRuns } from './pipelineJobs';

const good = { number: 1, result: 'success', startedAt: 1000, durationMs: 5 };

describe('readRuns', () => {
  it.each([
    ['no runs', {}, []],
    ['runs that are no list', { runs: 'many' }, []],
    ['a run', { runs: [good] }, [1]],
    ['the newest first', { runs: [good, { ...good, number: 7 }] }, [7, 1]],
    ['a running one', { runs: [{ number: 3, startedAt: 1000 }] }, [3]],
    [
      'without what is no run',
      {
        runs: [
          good,
          null,
          'x',
          { number: 'NaN' },
          { ...good, result: 'GREEN' },
        ],
      },
      [1],
    ],
  ])('reads %s', (_name, detail, numbers) => {
    expect(readRuns(detail).map(run => run.number)).toEqual(numbers);
  });

  it('finds the page of a run below the page of its job', () => {
    const runsUrl = 'https://ci.example/job/shop/';
    expect(readRuns({ runsUrl, runs: [good] })[0].url).toBe(`${runsUrl}1/`);
  });
});
