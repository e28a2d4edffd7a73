import { parseRunbook } from '@callboard/plugin-runbooks-common';
import { pieceOf } from './pieceOf';

const TEXT = `## Fix

### One

> [!WARNING] Orders are lost.

\`\`\`sh
kubectl delete pod a
\`\`\`

### Two

\`\`\`sh
kubectl delete pod a
kubectl get pods
\`\`\`
`;

const DELETE = { text: 'kubectl delete pod a', inline: false };
const text = parseRunbook(TEXT);
const [one, two] = text.steps.map(step =>
  pieceOf(step.markdown, { text, line: step.bodyLine }),
);

describe('a piece of a runbook', () => {
  it.each([
    ['a command that its author warns of', one, { ...DELETE, line: 4 }, false],
    ['the same in another step', two, { ...DELETE, line: 2 }, true],
    ['the same in another line', one, { ...DELETE, line: 1 }, true],
    ['the same in a sentence', one, { ...DELETE, inline: true, line: 4 }, true],
    ['another one there', one, { ...DELETE, text: 'rm -rf /', line: 4 }, true],
    ['the same beyond the piece', one, { ...DELETE, line: 10 }, true],
    [
      'one that looks',
      two,
      { ...DELETE, text: 'kubectl get pods', line: 3 },
      false,
    ],
    [
      'one that looks, and that nobody knows',
      two,
      { ...DELETE, text: 'uptime', line: 9 },
      false,
    ],
  ])('asks about %s: %#', (_name, piece, command, asks) => {
    expect(piece.asksFirst(command)).toBe(asks);
  });

  it('asks about everything where it belongs to no runbook', () => {
    expect(pieceOf(TEXT).asksFirst({ ...DELETE, line: 8 })).toBe(true);
  });

  it('knows its headings, and all that links may lead to', () => {
    const section = text.sections[0];
    const piece = pieceOf(section.markdown, { text, line: section.bodyLine });
    expect(piece.anchorAt(1)).toBe('one');
    expect(piece.anchorAt(2)).toBeUndefined();
    expect(one.hasAnchor('two')).toBe(true);
    expect(one.hasAnchor('three')).toBe(false);
  });
});
