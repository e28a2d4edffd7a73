import { findingAfter } from './findingAfter';

const CRASH = {
  aspect: 'kubernetes',
  code: 'crash-loop',
  status: 'failing',
  fingerprint: 'f1',
};

describe('the finding after a run', () => {
  it.each([
    ['nobody can tell: no finding', undefined, [CRASH], undefined],
    ['nobody can tell: no findings', CRASH, undefined, undefined],
    ['it is gone', CRASH, [], { ...CRASH, status: 'ok' }],
    [
      'it is there by its fingerprint',
      CRASH,
      [{ ...CRASH, code: 'other', status: 'warning' }],
      { ...CRASH, code: 'other', status: 'warning' },
    ],
    [
      'it is there by its code',
      CRASH,
      [{ ...CRASH, fingerprint: 'f2' }],
      { ...CRASH, fingerprint: 'f2' },
    ],
    [
      'the same code of another side is another one',
      CRASH,
      [{ ...CRASH, aspect: 'pipelines', fingerprint: 'f2' }],
      { ...CRASH, status: 'ok' },
    ],
    [
      'it is there by its alert',
      { alertname: 'Down' },
      [{ alertname: 'Down', status: 'failing' }],
      { alertname: 'Down', status: 'failing' },
    ],
  ])('%s', (_, before, now, after) => {
    expect(findingAfter(before, now)).toEqual(after);
  });
});
