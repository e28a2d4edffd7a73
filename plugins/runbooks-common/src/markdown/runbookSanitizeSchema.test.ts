import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { HOSTILE_HOST, HOSTILE_MARKDOWN } from './__fixtures__/hostileMarkdown';
import { imagesAsLinks, type HtmlNode } from './imagesAsLinks';
import { parseRunbook } from './parseRunbook';
import { runbookSanitizeSchema } from './runbookSanitizeSchema';

const HARMLESS_ATTRIBUTES = new Set(
  Object.values(runbookSanitizeSchema.attributes).flatMap(list =>
    list.map(one => (typeof one === 'string' ? one : one[0])),
  ),
);

const HARMLESS_PROTOCOLS = new Set(['https:', 'http:', 'mailto:', 'tel:']);

const PAGE = 'https://portal.example/runbooks/1';

async function rendered(markdown: string): Promise<HtmlNode> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(imagesAsLinks)
    .use(rehypeSanitize, runbookSanitizeSchema);
  return processor.run(processor.parse(markdown));
}

function elementsOf(node: HtmlNode): HtmlNode[] {
  return [
    ...(node.type === 'element' ? [node] : []),
    ...(node.children ?? []).flatMap(elementsOf),
  ];
}

describe('runbookSanitizeSchema', () => {
  it('is held against at least 60 hostile texts', () => {
    expect(HOSTILE_MARKDOWN.length).toBeGreaterThanOrEqual(60);
  });

  it.each(HOSTILE_MARKDOWN)(
    'leaves nothing that runs or fetches of: $name',
    async ({ markdown }) => {
      const elements = elementsOf(await rendered(markdown));
      const attributes = elements.flatMap(({ properties = {} }) =>
        Object.entries(properties).map(([name, value]) => ({
          name,
          value: String(value),
        })),
      );
      expect(
        elements.filter(
          ({ tagName = '' }) =>
            !runbookSanitizeSchema.tagNames.includes(tagName),
        ),
      ).toEqual([]);
      expect(
        attributes.filter(({ name }) => !HARMLESS_ATTRIBUTES.has(name)),
      ).toEqual([]);
      expect(
        attributes.filter(({ name, value }) =>
          name === 'href'
            ? !HARMLESS_PROTOCOLS.has(new URL(value, PAGE).protocol)
            : value.includes(HOSTILE_HOST),
        ),
      ).toEqual([]);
    },
  );

  it.each(HOSTILE_MARKDOWN)(
    'does not stop the parser: $name',
    ({ markdown }) => {
      expect(() => parseRunbook(markdown)).not.toThrow();
    },
  );

  it.each([
    [
      'a link',
      '[text](https://shop.example)',
      'a',
      { href: 'https://shop.example' },
    ],
    [
      'a number to call',
      '[call](tel:+4930123456)',
      'a',
      { href: 'tel:+4930123456' },
    ],
    [
      'a link within the portal',
      '[text](/runbooks/1#verify)',
      'a',
      { href: '/runbooks/1#verify' },
    ],
    [
      'the language of a fence',
      '```sh run\nls\n```',
      'code',
      { className: ['language-sh'] },
    ],
    [
      'a box to tick',
      '- [x] done',
      'input',
      { type: 'checkbox', checked: true, disabled: true },
    ],
    [
      'details',
      '<details open><summary>More</summary>\n\ntext\n</details>',
      'details',
      { open: true },
    ],
    [
      'an image as a link',
      '![Graph](https://shop.example/g.png)',
      'a',
      { href: 'https://shop.example/g.png' },
    ],
    [
      'the alignment of a column',
      '| a |\n| -: |\n| 1 |',
      'td',
      { align: 'right' },
    ],
  ])('keeps %s', async (_name, markdown, tagName, properties) => {
    const found = elementsOf(await rendered(markdown)).find(
      element => element.tagName === tagName,
    );
    expect(found?.properties).toEqual(properties);
  });

  it('lets footnotes lead where they should', async () => {
    const elements = elementsOf(await rendered('Text[^1]\n\n[^1]: More\n'));
    const ids = elements.map(({ properties }) => properties?.id);
    const targets = elements.flatMap(({ properties }) =>
      typeof properties?.href === 'string' ? properties.href.slice(1) : [],
    );
    expect(targets).toHaveLength(2);
    expect(targets.filter(target => !ids.includes(target))).toEqual([]);
  });
});
