import { parseRunbook } from '@callboard/plugin-runbooks-common';
import { partsOf } from './partsOf';

const shown = (markdown: string) =>
  partsOf(parseRunbook(markdown)).map(part => [
    part.heading,
    part.markdown.trim(),
    part.steps.map(({ n, title }) => `${n} ${title}`),
  ]);

describe('the parts of a runbook', () => {
  it('are its sections, each with what stands before its steps', () => {
    expect(
      shown(`# Title

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
`).map(([heading, , steps]) => [heading, steps]),
    ).toEqual([
      ['Drain it', ['1 Drain it']],
      ['Clean the disk', ['2 Clean the disk']],
    ]);
  });
});
