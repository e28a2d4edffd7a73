import type { Content, Root } from 'mdast';
import { paramsAskedFor } from '../params';
import { anchorsOf } from './anchorsOf';
import { alertnamesOf } from './alertnamesOf';
import { findFrontMatter, readFrontMatter } from './frontMatter';
import { linksOf } from './linksOf';
import { markdownTree, spanOf } from './markdownTree';
import type { FrontMatter, ParsedRunbook } from './ParsedRunbook';
import { outlineOf } from './sectionsOf';
import { SourceText } from './SourceText';
import { stepsOf } from './stepsOf';

/**
 * Understands a runbook's Markdown. It never throws: what cannot be read as front matter is a
 * sentence in `frontMatter.problems`, everything else is text.
 * @public
 */
export function parseRunbook(markdown: string): ParsedRunbook {
  const found = findFrontMatter(markdown);
  const frontMatter: FrontMatter = found
    ? readFrontMatter(found.yaml)
    : { problems: [] };
  // blanks keep every line and place as it is
  const text = markdown
    .slice(0, found?.length ?? 0)
    .replace(/[^\r\n]/g, ' ')
    .concat(markdown.slice(found?.length ?? 0))
    .replace(/^\uFEFF/, ' ');
  const source = new SourceText(text);
  const root = markdownTree(source);
  const outline = outlineOf(source, root);
  const steps = stepsOf(source, outline);
  const title = frontMatter.title ?? outline.title;
  const declared = frontMatter.params?.map(({ name }) => name);
  return {
    frontMatter,
    ...(title !== undefined && { title }),
    intro: outline.intro,
    sections: outline.sections.map(({ nodes, ...section }) => section),
    steps,
    params: [
      ...new Set(
        steps.flatMap(step =>
          step.commands.flatMap(command =>
            paramsAskedFor(command.text, { declared }),
          ),
        ),
      ),
    ],
    links: linksOf(root),
    anchors: anchorsOf(root),
    alertnames: alertnamesOf(text, {
      titles: [frontMatter.title, outline.title],
      matches: frontMatter.matches,
    }),
    definitions: definitionsOf(text, root),
  };
}

function definitionsOf(source: string, root: Root): string {
  return root.children
    .filter(
      (node: Content) =>
        node.type === 'definition' || node.type === 'footnoteDefinition',
    )
    .map(node => source.slice(spanOf(node).from, spanOf(node).to))
    .join('\n\n');
}
