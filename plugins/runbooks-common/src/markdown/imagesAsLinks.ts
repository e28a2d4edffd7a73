/** What a tree of HTML is made of, as far as it matters here. @public */
export interface HtmlNode {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
  value?: string;
}

/**
 * A plugin of rehype that makes links of images: nothing is fetched before somebody asks for it.
 * @public
 */
export function imagesAsLinks(): (tree: HtmlNode) => void {
  return replaceImages;
}

function replaceImages(node: HtmlNode): void {
  const children = node.children ?? [];
  for (const child of children) {
    replaceImages(child);
  }
  const linked = node.tagName === 'a';
  for (const child of children) {
    if (child.tagName !== 'img' && child.tagName !== 'image') continue;
    const { src, alt, title } = child.properties ?? {};
    const text = [alt, title].find(one => typeof one === 'string' && one);
    // an image that is a link already shows what it is
    Object.assign(child, {
      tagName: linked ? 'span' : 'a',
      properties: !linked && typeof src === 'string' ? { href: src } : {},
      children: [
        { type: 'text', value: typeof text === 'string' ? text : 'Image' },
      ],
    });
  }
}
