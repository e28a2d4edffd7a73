import { placeMarks } from './placeMarks';

const bounds = { left: 100, right: 1100, xOf: (at: number) => at };

/** `x:text@side`, one a mark. */
function words(items: readonly { at: number; label: string }[]): string[] {
  return placeMarks(items, bounds).map(
    mark =>
      `${mark.x}:${mark.label ? `${mark.label.text}@${mark.label.side}` : '-'}`,
  );
}

describe('placeMarks', () => {
  it.each([
    ['nothing', [], []],
    [
      'words at the right where they fit',
      [{ at: 200, label: '#636' }],
      ['200:#636@right'],
    ],
    [
      'words at the left at the end of the lane',
      [{ at: 1090, label: 'deploy v42' }],
      ['1090:deploy v42@left'],
    ],
    [
      'words at the left where the next icon is near',
      [
        { at: 400, label: 'deploy v42, Ana' },
        { at: 430, label: '#2' },
      ],
      ['400:deploy v42, Ana@left', '430:#2@right'],
    ],
    [
      'one icon with the number for those that would cover each other',
      [
        { at: 400, label: '#1' },
        { at: 405, label: '#2' },
        { at: 410, label: '#3' },
      ],
      ['400:3@right'],
    ],
    [
      'the beginning of words that fit nowhere',
      [
        { at: 400, label: 'x'.repeat(200) },
        { at: 480, label: '#2' },
      ],
      [`400:${'x'.repeat(42)}…@left`, '480:#2@right'],
    ],
    [
      'no words where there is no room at all',
      [
        { at: 108, label: 'long words' },
        { at: 132, label: 'long words' },
        { at: 156, label: '#3' },
      ],
      ['108:-', '132:-', '156:#3@right'],
    ],
    [
      'the order of time, whatever order they come in',
      [
        { at: 900, label: 'b' },
        { at: 300, label: 'a' },
      ],
      ['300:a@right', '900:b@right'],
    ],
  ])('%s', (_name, items, expected) => {
    expect(words(items)).toEqual(expected);
  });
});
