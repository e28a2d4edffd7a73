import type { Content, Root } from 'mdast';
import { paramsAskedFor } from '../params';
import { alertnamesOf } from './alertnamesOf';
import { commandsBeside } from './commandsBeside';
import { blankFrontMatter, frontMatterOf } from './frontMatter';
import { headingsOf } from './headingsOf';
import { linksOf } from './linksOf';
import { isPlain, markdownTree, spanOf } from './markdownTree';
import type { ParsedRunbook } from './ParsedRunbook';
import { outlineOf } from './sectionsOf';
import { SourceText } from './SourceText';
import { stepsOf } from './stepsOf';

/**
 * Understands a runbook's Markdown. It never throws: what cannot be read as front matter is a
 * sentence in `frontMatter.problems`, everything else is text.
 * @public
 */
export function parseRunbook(markdown: string): ParsedRunbook {
  const parsing = parsePieces(markdown);
  for (;;) {
    const next = parsing.next();
    if (next.done) return next.value;
  }
}

/**
 * The same for long texts where others wait: calls `pause` every few milliseconds, which resolves
 * when it may go on.
 * @public
 */
export async function parseRunbookInTurns(
  markdown: string,
  pause: () => Promise<void>,
): Promise<ParsedRunbook> {
  const parsing = parsePieces(markdown);
  for (;;) {
    const next = parsing.next();
    if (next.done) return next.value;
    await pause();
  }
}

function* parsePieces(markdown: string): Generator<void, ParsedRunbook> {
  const frontMatter = frontMatterOf(markdown);
  const text = blankFrontMatter(markdown);
  const source = new SourceText(text);
  const root = yield* markdownTree(source);
  const outline = outlineOf(source, root);
  yield;
  const found = stepsOf(source, outline);
  const steps = found.map(({ nodes, ...step }) => step);
  const commands = [
    ...steps.flatMap(step => step.commands),
    ...commandsBeside(outline, found),
  ].sort((one, other) => one.line - other.line);
  yield;
  const plain = root.children.find(isPlain);
  const title = frontMatter.title ?? outline.title;
  const declared = frontMatter.params?.map(({ name }) => name);
  return {
    frontMatter,
    ...(title !== undefined && { title }),
    intro: outline.intro,
    introLine: outline.introLine,
    sections: outline.sections.map(({ nodes, ...section }) => section),
    steps,
    commands,
    params: [
      ...new Set(
        commands.flatMap(({ text: command }) =>
          paramsAskedFor(command, { declared }),
        ),
      ),
    ],
    links: linksOf(root),
    headings: headingsOf(root),
    alertnames: alertnamesOf(text, {
      titles: [frontMatter.title, outline.title],
      matches: frontMatter.matches,
    }),
    definitions: definitionsOf(text, root),
    ...(plain && { plainLine: spanOf(plain).line }),
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
