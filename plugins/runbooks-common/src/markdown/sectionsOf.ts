import type { Content, Heading, Root } from 'mdast';
import { plainTextOf, spanOf } from './markdownTree';
import type { Section, SectionKind } from './ParsedRunbook';
import { sectionKindOf } from './sectionKindOf';
import type { SourceText } from './SourceText';

/** A section with what it is made of. */
export interface SectionNodes extends Section {
  readonly nodes: readonly Content[];
}

/** A runbook taken apart at its headings. */
export interface Outline {
  readonly title?: string;
  readonly intro: string;
  readonly introLine: number;
  readonly introNodes: readonly Content[];
  readonly sections: readonly SectionNodes[];
}

interface Mark {
  readonly heading: Heading;
  readonly text: string;
  readonly kind: SectionKind;
}

/** Takes a runbook apart. Which level of headings are its sections depends on where the known ones are. */
export function outlineOf(source: SourceText, root: Root): Outline {
  const found = root.children.flatMap((node): Mark[] => {
    if (node.type !== 'heading') return [];
    const text = plainTextOf(node);
    return [{ heading: node, text, kind: sectionKindOf(text) }];
  });
  const [first] = found;
  const title =
    first?.heading.depth === 1 && first.kind === 'other' ? first : undefined;
  const others = found.filter(one => one !== title);
  const depth = sectionDepthOf(others);
  const marks = others.filter(({ heading }) => heading.depth <= depth);
  const [before, ...inside] = cutAt(
    root.children,
    marks.map(({ heading }) => heading),
  );

  // A text may begin before its title.
  const begins = title !== undefined && before[0] === title.heading;
  const introFrom = begins ? spanOf(title.heading).to : 0;
  const beginOf = (at: number) =>
    marks[at] ? spanOf(marks[at].heading).from : source.text.length;
  const intro = source.body(introFrom, Math.max(introFrom, beginOf(0)));
  return {
    ...(title?.text && { title: title.text }),
    intro: intro.markdown,
    introLine: intro.bodyLine,
    introNodes: begins ? before.slice(1) : before,
    sections: marks.map(({ heading, text, kind }, at) => {
      const { to, line } = spanOf(heading);
      return {
        kind,
        heading: text,
        line,
        ...source.body(to, beginOf(at + 1)),
        nodes: inside[at],
      };
    }),
  };
}

/** What stands before the first mark, and behind each of them. */
export function cutAt(
  nodes: readonly Content[],
  marks: readonly Heading[],
): readonly (readonly Content[])[] {
  const all = new Set<Content>(marks);
  const pieces: Content[][] = [[]];
  for (const node of nodes) {
    if (all.has(node)) pieces.push([]);
    else pieces[pieces.length - 1].push(node);
  }
  return pieces;
}

function sectionDepthOf(found: readonly Mark[]): number {
  const known = found.filter(({ kind }) => kind !== 'other');
  // `# Escalation` may stand beside the title of a text whose other sections are below it
  const below = known.filter(({ heading }) => heading.depth > 1);
  const telling = [known, below].find(areTelling);
  return shallowest(telling ?? found);
}

/** `### Verify` inside a step is a part of that step. */
function areTelling(known: readonly Mark[]): boolean {
  const depth = shallowest(known);
  return known.some(
    ({ heading, kind }) =>
      heading.depth === depth &&
      (kind === 'diagnosis' || kind === 'mitigation'),
  );
}

function shallowest(marks: readonly Mark[]): number {
  return marks.reduce(
    (depth, { heading }) => Math.min(depth, heading.depth),
    6,
  );
}
