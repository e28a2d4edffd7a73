import { parseRunbook } from '@callboard/plugin-runbooks-common';
import { contentsOf } from './contentsOf';

const contentsIn = (markdown: string) =>
  contentsOf(parseRunbook(markdown)).map(({ id, title, steps }) => [
    id,
    title,
    ...steps.map(step => `${step.id} ${step.title}`),
  ]);

describe('the table of contents', () => {
  it.each([
    [
      'headings and steps',
      '## Impact\n\nNone.\n\n## Diagnosis\n\n### Look\n\n### Think\n\n## Verify\n\n1. Wait\n',
      [
        ['heading-impact', 'Impact'],
        ['heading-diagnosis', 'Diagnosis', 'step-1 1. Look', 'step-2 2. Think'],
        ['heading-verify', 'Verify'],
      ],
    ],
    [
      'headings that are steps',
      '## Look\n\nhere\n\n## Think\n\nhard\n',
      [
        ['step-1', '1. Look'],
        ['step-2', '2. Think'],
      ],
    ],
    [
      'steps without a heading',
      '1. Look\n2. Think\n',
      [
        ['step-1', '1. Look'],
        ['step-2', '2. Think'],
      ],
    ],
    ['nothing', 'text', []],
  ])('has %s', (_name, markdown, entries) => {
    expect(contentsIn(markdown)).toEqual(entries);
  });
});
