import { parseRunbook } from './parseRunbook';

const DELETE = '`kubectl delete pod x`';
const FENCE = '```sh\nkubectl delete pod x\n```';
const LOST = '> [!WARNING] Orders are lost.';

const inStep = (text: string) => `## Mitigation\n\n### Mend it\n\n${text}\n`;

const risksOf = (markdown: string) =>
  parseRunbook(markdown).commands.map(({ risk }) => risk);

describe('what is warned of before a command that changes things', () => {
  it.each([
    ['a warning', `${LOST}\n\n${FENCE}`, 'warning'],
    ['a caution', `> [!CAUTION]\n> Lost.\n\n${FENCE}`, 'danger'],
    ['a danger', `> [!danger] Lost.\n\nThen ${DELETE}.`, 'danger'],
    ['the worse of two', `> [!DANGER] a\n\n${LOST}\n\n${FENCE}`, 'danger'],
    [
      'a warning whose words come later',
      `> [!WARNING]\n>\n> Lost.\n\n${FENCE}`,
      'warning',
    ],
    [
      'a warning with the command in it',
      `${LOST}\n>\n> ${FENCE.replaceAll('\n', '\n> ')}`,
      'warning',
    ],
    ['text between', `${LOST}\n\nDrain first.\n\n${FENCE}`, 'warning'],
    ['an item below', `${LOST}\n\n- Then ${DELETE}`, 'warning'],
    ['an item that warns itself', `- ${LOST}\n\n  ${DELETE}`, 'warning'],
    ['a deeper heading', `${LOST}\n\n#### How\n\n${FENCE}`, 'warning'],
    ['a comment between', `${LOST}\n\n<!-- why -->\n\n${FENCE}`, 'warning'],
    ['a line break between', `${LOST}\n\nFirst.<br/>Then ${DELETE}`, 'warning'],
  ])('is %s', (_name, text, risk) => {
    expect(risksOf(inStep(text))).toEqual([risk]);
  });

  it.each([
    ['nothing', FENCE],
    ['a note', `> [!NOTE] Fine.\n\n${FENCE}`],
    ['a quote', `> Somebody wrote [!WARNING]\n\n${FENCE}`],
    ['a warning behind it', `${FENCE}\n\n${LOST}`],
    ['a warning without words', `> [!WARNING]\n\n${FENCE}`],
    [
      'a warning that is only the command',
      `> [!WARNING]\n> ${FENCE.replaceAll('\n', '\n> ')}`,
    ],
    ['a warning not to do just this', `> [!WARNING] Never run ${DELETE}`],
    ['a warning in a fence', `\`\`\`text\n${LOST}\n\`\`\`\n\n${FENCE}`],
    [
      'a warning in a fence that is no shell text',
      `~~~md\n${LOST}\n~~~\n\n${FENCE}`,
    ],
    ['a warning that is indented as code', `    ${LOST}\n\n${FENCE}`],
    ['a warning behind a tab', `\t${LOST}\n\n${FENCE}`],
    [
      'a warning in a fence of a quote',
      `> \`\`\`\n> [!WARNING] x\n> \`\`\`\n\n${FENCE}`,
    ],
    ['a warning that is quoted', `> ${LOST}\n\n${FENCE}`],
    ['a warning in an item of a quote', `> - [!WARNING] x\n\n${FENCE}`],
    ['a heading of a quote', `> # [!WARNING] x\n\n${FENCE}`],
    ['code in a quote', `> \`[!WARNING] x\`\n\n${FENCE}`],
    ['a mark that is struck out', `> ~~[!WARNING] x~~\n\n${FENCE}`],
    [
      'a mark that is a link',
      `> [[!WARNING] x](https://a.example)\n\n${FENCE}`,
    ],
    ['a mark in the middle', `> Really: [!WARNING] x\n\n${FENCE}`],
    ['a warning of another item', `- ${LOST}\n- Then ${DELETE}`],
    [
      'a warning of an item further in',
      `- See:\n  - ${LOST}\n- Then ${DELETE}`,
    ],
    [
      'a warning of another heading',
      `#### One\n\n${LOST}\n\n#### Other\n\n${FENCE}`,
    ],
    ['a comment', `<!--\n${LOST}\n-->\n\n${FENCE}`],
    ['a quote of HTML', `<blockquote>[!WARNING] x</blockquote>\n\n${FENCE}`],
    [
      'HTML around its text',
      `<blockquote>\n\n[!WARNING] x\n\n</blockquote>\n\n${FENCE}`,
    ],
    ['what is folded away', `<details>\n\n${LOST}\n\n</details>\n\n${FENCE}`],
    ['what is dropped', `a <template>\n\n${LOST}\n\n</template> ${DELETE}`],
    [
      'what a broken comment hides',
      `<!-- a --!><template>\n-->\n\n${LOST}\n\n${FENCE}`,
    ],
    [
      'HTML that is folded away behind it',
      `${LOST}\n\n<details>\n\n${FENCE}\n\n</details>`,
    ],
    ['a footnote', `Look[^1]. Then ${DELETE}\n\n[^1]: x\n\n    ${LOST}`],
  ])('is not %s', (_name, text) => {
    expect(new Set(risksOf(inStep(text)))).toEqual(new Set(['changes']));
  });

  it('says nothing of commands that only look', () => {
    expect(risksOf(inStep('`kubectl get pods -A`'))).toEqual(['none']);
    expect(risksOf(inStep(`${LOST}\n\n\`kubectl get pods -A\``))).toEqual([
      'warning',
    ]);
  });

  it.each([
    [
      'its steps',
      `## Fix\n\n${LOST}\n\n### One\n\n${FENCE}\n\n### Two\n\n${FENCE}`,
      ['warning', 'warning'],
    ],
    [
      'its items',
      `## Fix\n\n${LOST}\n\n1. ${DELETE}\n2. ${DELETE}`,
      ['warning', 'warning'],
    ],
    [
      'no other section',
      `## Fix\n\n${LOST}\n\n### One\n\n${FENCE}\n\n## Verify\n\n### Two\n\n${FENCE}`,
      ['warning', 'changes'],
    ],
    [
      'no section below the beginning of the text',
      `# All\n\n${LOST}\n\n## Fix\n\n### One\n\n${FENCE}`,
      ['changes'],
    ],
    [
      'none of its steps behind the first command',
      `## Fix\n\n${FENCE}\n\n${LOST}\n\n### One\n\n${FENCE}`,
      ['changes', 'changes'],
    ],
    [
      'none where it belongs to an item',
      `## Fix\n\n1. Look\n\n   ${LOST}\n\n### One\n\n${FENCE}`,
      ['changes'],
    ],
    [
      'none where HTML may hide it',
      `## Fix\n\n<details>\n\n${LOST}\n\n### One\n\n</details>\n\n${FENCE}`,
      ['changes'],
    ],
  ])('covers, before the steps of a section, %s', (_name, text, risks) => {
    expect(risksOf(text)).toEqual(risks);
  });

  it('covers nothing behind the title', () => {
    expect(risksOf(`${LOST}\n\n# T\n\n${DELETE}`)).toEqual(['changes']);
  });

  it.each([
    [
      'headings',
      `## Fix\n\n### One\n\n${LOST}\n\n${FENCE}\n\n### Two\n\n${FENCE}`,
    ],
    ['items', `## Fix\n\n1. One\n\n   ${LOST}\n\n   ${DELETE}\n\n2. ${DELETE}`],
    [
      'items with unindented text',
      `## Fix\n\n1. One\n\n${LOST}\n\n${FENCE}\n\n2. ${DELETE}`,
    ],
  ])('covers no other step: %s', (_name, text) => {
    expect(risksOf(text)).toEqual(['warning', 'changes']);
  });

  it.each([
    [
      'sections that are only read',
      `## Impact\n\n${DELETE}\n\n## Escalation\n\n${LOST}\n\n${DELETE}`,
      ['changes', 'warning'],
    ],
    [
      'the beginning of a text',
      `# T\n\n${DELETE}\n\n## Fix\n\n1. ${DELETE}`,
      ['changes', 'changes'],
    ],
    [
      'what stands before the steps',
      `## Fix\n\n- Mind ${DELETE}\n\n1. Go`,
      ['changes'],
    ],
    [
      'what is no step',
      `## Fix\n\n### One\n\n${LOST}\n\n${DELETE}\n\n### Notes\n\ntext`,
      ['warning'],
    ],
  ])('is known of commands in %s', (_name, text, risks) => {
    expect(risksOf(text)).toEqual(risks);
  });
});
