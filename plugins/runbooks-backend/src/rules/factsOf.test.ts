import { parseRunbook } from '@callboard/plugin-runbooks-common';
import { factsOf } from './factsOf';

const factsIn = (content: string) => factsOf(parseRunbook(content));

describe('factsOf', () => {
  it.each([
    [
      'a title that the text explains',
      '# OrdersLate\n\n## Meaning\n\nLate.',
      ['OrdersLate'],
    ],
    ['a title like a name', '# PostgreSQL\n\n## Diagnosis\n\n- Look', []],
    [
      'a title that is matched',
      '---\nmatches: [OrdersLate]\n---\n# OrdersLate',
      ['OrdersLate'],
    ],
    [
      'what the text calls an alert',
      '# PostgreSQL\n\nThe alert `OrdersLate` fires.',
      ['OrdersLate'],
    ],
  ])('takes for an alert %s', (_name, content, alertnames) => {
    expect(factsIn(content).alertnames).toEqual(alertnames);
  });

  it('keeps links that stay inside, and anchors where one leads to them', () => {
    expect(
      factsIn('# One\n\n[a](#one) [b](https://shop.example) [c](Other.md)'),
    ).toMatchObject({
      links: [{ url: '#one' }, { url: 'Other.md' }],
      anchors: ['one'],
    });
    expect(factsIn('# One\n\n[c](Other.md)')).not.toHaveProperty('anchors');
  });

  it('keeps a link once, where it is first', () => {
    expect(factsIn('[a](a.md)\n\n[b](b.md)\n\n[again](a.md)').links).toEqual([
      { url: 'a.md', text: 'a', line: 1 },
      { url: 'b.md', text: 'b', line: 3 },
    ]);
  });

  it('tells where it could not understand a text', () => {
    expect(factsIn('# One\n\nText')).not.toHaveProperty('plainLine');
    expect(
      factsIn(`# One\n\nText\n\n${'[gone](Gone.md) '.repeat(3_000)}`),
    ).toMatchObject({ links: [], plainLine: 2 });
  });

  it('looks through a text to its end, however long', () => {
    const long = `${'## Look\n\n- Nothing here\n\n'.repeat(1_000)}`;
    const facts = factsIn(
      `${long}[gone](Gone.md), the alert \`OrdersLate\` fires`,
    );
    expect(facts.links.map(({ url }) => url)).toEqual(['Gone.md']);
    expect(facts.alertnames).toEqual(['OrdersLate']);
  });
});
