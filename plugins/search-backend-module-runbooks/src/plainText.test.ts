import { plainText } from './plainText';

describe('plainText', () => {
  it.each<[string, string, string]>([
    ['headings', '## Meaning\n\nIt is down.', 'Meaning\nIt is down.'],
    ['front matter', '---\ntitle: x\n---\n# Title', 'Title'],
    ['a rule that is no front matter', 'a\n---\nb', 'a\nb'],
    ['lists and tasks', '- [ ] one\n1. two\n  * three', 'one\ntwo\nthree'],
    ['commands', '```sh\nkubectl get pods\n```', 'kubectl get pods'],
    ['commands in a sentence', 'Run `kubectl logs`.', 'Run kubectl logs .'],
    ['links', 'See [the wiki](https://wiki.example "x").', 'See the wiki.'],
    ['images', '![a graph](x.png)', 'a graph'],
    ['callouts', '> [!WARNING]\n> It hurts', 'It hurts'],
    ['emphasis', '**very** important', 'very important'],
    ['tables', '| a | b |\n|---|---|\n| 1 | 2 |', 'a b\n1 2'],
    ['tags', 'a <b class="x">bold</b> word', 'a bold word'],
    ['values to fill in', 'kubectl -n <namespace>', 'kubectl -n <namespace>'],
  ])('reads %s', (_, markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  it.each(['[', '<a ', '> ', '* [', '](', '|', '`', '- '])(
    'is not held up by %p without end',
    part => {
      expect(plainText(part.repeat(200_000)).length).toBeLessThan(200_000);
    },
  );
});
