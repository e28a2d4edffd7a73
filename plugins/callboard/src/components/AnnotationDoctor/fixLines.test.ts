import { fixLines } from './fixLines';

const wrong = 'jenkins.io/job-full-name: shop/giftcards';
const right = 'jenkins.io/job-full-name: shop/gift-cards';

describe('fixLines', () => {
  it.each([
    [
      'a line to replace; the new one is copied',
      { remove: wrong, add: right },
      {
        lines: [
          { sign: '-', text: wrong },
          { sign: '+', text: right },
        ],
        copy: right,
      },
    ],
    [
      'a line to add, or something to do instead',
      {
        text: 'Run it once, or opt out:',
        add: 'callboard.io/not-applicable: pipelines',
      },
      {
        text: 'Run it once, or opt out:',
        lines: [{ sign: '+', text: 'callboard.io/not-applicable: pipelines' }],
        copy: 'callboard.io/not-applicable: pipelines',
      },
    ],
    [
      'a line to delete leaves nothing to paste',
      { remove: wrong },
      { lines: [{ sign: '-', text: wrong }] },
    ],
    [
      'nothing to change in the file',
      { text: 'Ask the operator' },
      { text: 'Ask the operator', lines: [] },
    ],
    [
      'several lines',
      { add: 'a: 1\nb: 2\n' },
      {
        lines: [
          { sign: '+', text: 'a: 1' },
          { sign: '+', text: 'b: 2' },
        ],
        copy: 'a: 1\nb: 2',
      },
    ],
  ])('%s', (_name, fix, expected) => {
    expect(fixLines(fix)).toEqual(expected);
  });
});
