import { runUrl } from './runUrl';

describe('runUrl', () => {
  it.each([
    [{ number: 7, url: 'https://ci/x' }, 'https://ci/job/a/', 'https://ci/x'],
    [{ number: 7 }, 'https://ci/job/a/', 'https://ci/job/a/7/'],
    [{ number: 7 }, undefined, undefined],
  ])('%j below %s is %s', (run, runsUrl, url) => {
    expect(runUrl(run, runsUrl)).toBe(url);
  });
});
