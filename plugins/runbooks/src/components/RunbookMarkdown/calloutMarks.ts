import {
  CALLOUT_KINDS,
  type CalloutKind,
  type HtmlNode,
} from '@callboard/plugin-runbooks-common';

const MARK = /^\s*\[!(\w+)\]\s*/;

/** The text node that a quote begins with. */
function firstText(node: HtmlNode): HtmlNode | undefined {
  for (const child of node.children ?? []) {
    if (child.type === 'text') {
      if (child.value?.trim()) {
        return child;
      }
    } else {
      return firstText(child);
    }
  }
  return undefined;
}

/**
 * A plugin of rehype that takes the mark out of callouts and says in `title` which kind they are:
 * what is left after it is shown as a callout.
 */
export function calloutMarks(): (tree: HtmlNode) => void {
  return markCallouts;
}

function markCallouts(node: HtmlNode): void {
  for (const child of node.children ?? []) {
    markCallouts(child);
    if (child.tagName === 'blockquote') {
      const text = firstText(child);
      const kind = calloutOf(MARK.exec(text?.value ?? '')?.[1]);
      // Whoever writes the title by hand gets no callout either.
      child.properties = kind ? { title: kind } : {};
      if (kind && text) {
        text.value = text.value?.replace(MARK, '');
      }
    }
  }
}

/** The kind of a callout by its name. */
export function calloutOf(name: string | undefined): CalloutKind | undefined {
  const lower = name?.toLowerCase();
  return CALLOUT_KINDS.find(kind => kind === lower);
}
