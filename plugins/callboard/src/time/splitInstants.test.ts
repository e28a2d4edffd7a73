import { splitInstants } from './splitInstants';

describe('splitInstants', () => {
  it.each<[string, ReturnType<typeof splitInstants>]>([
    ['', []],
    ['7 of 812 tests fail', [{ type: 'text', text: '7 of 812 tests fail' }]],
    [
      'main is red since 2026-11-24T13:02:00.000Z: 3 in a row',
      [
        { type: 'text', text: 'main is red since ' },
        {
          type: 'instant',
          atMs: 1795525320000,
          text: '2026-11-24T13:02:00.000Z',
        },
        { type: 'text', text: ': 3 in a row' },
      ],
    ],
    [
      '2026-11-24T13:02Z',
      [{ type: 'instant', atMs: 1795525320000, text: '2026-11-24T13:02Z' }],
    ],
    [
      'never 2026-99-99T99:99:99Z',
      [{ type: 'text', text: 'never 2026-99-99T99:99:99Z' }],
    ],
  ])('splits %j', (sentence, parts) => {
    expect(splitInstants(sentence)).toEqual(parts);
  });
});
