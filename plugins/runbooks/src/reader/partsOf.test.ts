import { parseRunbook } from '@callboard/plugin-runbooks-common';
import { partsOf } from './partsOf';

const partsIn = (markdown: string) => partsOf(parseRunbook(markdown));

const shown = (markdown: string) =>
  partsIn(markdown).map(part => [
    part.heading,
    part.before.markdown.trim(),
    part.steps.map(({ step }) => `${step.n} ${step.title}`),
  ]);

describe('the parts of a runbook', () => {
  it('are its sections, each with what stands before its steps', () => {
    expect(
      shown(`# Title

When it is slow.

## Meaning

It is slow.

## Diagnosis

Look first.

### Read the logs

\`\`\`sh
kubectl logs x
\`\`\`

### Count the pods

text

## Escalation

Call Ana.
`),
    ).toEqual([
      [undefined, 'When it is slow.', []],
      ['Meaning', 'It is slow.', []],
      ['Diagnosis', 'Look first.', ['1 Read the logs', '2 Count the pods']],
      ['Escalation', 'Call Ana.', []],
    ]);
  });

  it('are the steps where the headings are the steps', () => {
    expect(
      shown(`## Drain it

First this.

## Clean the disk

Then that.
`),
    ).toEqual([
      ['Drain it', '', ['1 Drain it']],
      ['Clean the disk', '', ['2 Clean the disk']],
    ]);
  });

  it('are the steps where there is no heading', () => {
    expect(shown('# Title\n\nMind this.\n\n1. Stop it\n2. Start it\n')).toEqual(
      [[undefined, 'Mind this.', ['1 Stop it', '2 Start it']]],
    );
  });

  it.each([
    '## Diagnosis\n\n- Calm\n- Look: `uptime -p`\n- State\n\nSo.\n',
    '## Mitigation\n\nMind.\n\n### One\n\ntext\n\n### Links\n\n- [a](b)\n',
    '## Mitigation\n\n### Links\n\n- [a](b)\n\n### One\n\n### Notes\n\nafter\n',
    '## Fix\n\n- [ ] Stop\n- between\n- [ ] Start\n\nEnd.\n\n## Links\n\n- [a](b)\n',
    'Intro.\n\n## Look (5 min)\n\ntext\n\n## Verify\n\n1. **So.** It is\n   well\n\n```sh\nls\n```\n',
  ])('hold every line: %j', markdown => {
    const pieces = partsIn(markdown).flatMap(({ before, steps }) => [
      before,
      ...steps.flatMap(({ step, after }) => [
        { markdown: step.markdown, line: step.bodyLine },
        after,
      ]),
    ]);
    const titles = partsIn(markdown).flatMap(({ heading = '', steps }) => [
      heading,
      ...steps.map(({ step }) => step.title),
    ]);
    const text = [...pieces.map(piece => piece.markdown), ...titles].join(' ');
    const words = markdown.match(/\p{L}{3,}/gu) ?? [];
    expect(
      words.filter(word => !/^min$/.test(word) && !text.includes(word)),
    ).toEqual([]);
  });

  it('say in which line of the runbook each text begins', () => {
    const markdown =
      '---\ntags: [a]\n---\n\n# T\n\nintro\n\n## Fix\n\nbefore\n\n### One\n\nfirst\n\n### Links\n\nlast\n';
    const lines = markdown.split('\n');
    const pieces = partsIn(markdown).flatMap(({ before, steps }) => [
      before,
      ...steps.flatMap(({ step, after }) => [
        { markdown: step.markdown, line: step.bodyLine },
        after,
      ]),
    ]);
    expect(
      pieces
        .filter(piece => piece.markdown.trim() !== '')
        .map(piece => [lines[piece.line - 1], piece.markdown.split('\n')[0]]),
    ).toEqual([
      ['intro', 'intro'],
      ['before', 'before'],
      ['first', 'first'],
      ['', ''],
    ]);
  });
});
