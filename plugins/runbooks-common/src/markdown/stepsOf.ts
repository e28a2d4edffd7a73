import type { Content, Heading } from 'mdast';
import { commandsOf, holdCommands, warnedBefore } from './commandsOf';
import { itemStep } from './itemStep';
import {
  listParts,
  nodesOf,
  numberedOrTasks,
  onlyCommands,
  taskItems,
  type ListParts,
} from './listParts';
import { plainTextOf, spanOf } from './markdownTree';
import type { CommandRisk, Step } from './ParsedRunbook';
import { isAside, withoutNumber } from './sectionKindOf';
import { cutAt, type Outline, type SectionNodes } from './sectionsOf';
import type { SourceText } from './SourceText';
import { takeTimeBox } from './timeBox';

/** A step with what it is made of. */
export interface StepNodes extends Step {
  readonly nodes: readonly Content[];
}

type StepParts = Omit<StepNodes, 'n' | 'section'>;

/** What there is to do, in the order of the text. */
export function stepsOf(
  source: SourceText,
  outline: Outline,
): readonly StepNodes[] {
  const { sections } = outline;
  const convention = sections.some(
    ({ kind }) => kind === 'diagnosis' || kind === 'mitigation',
  );
  const found = sections.flatMap(section =>
    sectionSteps(source, section, convention).map(step => ({
      ...step,
      section: section.kind,
    })),
  );
  const steps =
    found.length > 0
      ? found
      : [...introSteps(source, outline), ...wholeSections(sections)];
  return steps.map((step, index) => ({ n: index + 1, ...step }));
}

function sectionSteps(
  source: SourceText,
  section: SectionNodes,
  convention: boolean,
): readonly StepParts[] {
  switch (section.kind) {
    case 'meaning':
    case 'impact':
    case 'escalation':
      return [];
    case 'other':
      if (convention) {
        return listSteps(source, listParts(section.nodes, taskItems));
      }
      return section.nodes.length > 0 && !isAside(section.heading)
        ? [sectionStep(section)]
        : [];
    default:
      return stepsWithin(source, section);
  }
}

/** Sub-headings are steps, else items, else the section with its commands is one. */
function stepsWithin(
  source: SourceText,
  section: SectionNodes,
): readonly StepParts[] {
  const { nodes } = section;
  const headings = nodes.filter(
    (node): node is Heading => node.type === 'heading',
  );
  const depth = headings.reduce((least, one) => Math.min(least, one.depth), 6);
  const marks = headings.filter(heading => heading.depth === depth);
  if (marks.length === 0) {
    const steps = itemSteps(source, nodes);
    return steps.length === 0 && holdCommands(nodes)
      ? [sectionStep(section)]
      : steps;
  }
  const [before, ...inside] = cutAt(nodes, marks);
  const earlier = stepsBefore(source, section, before);
  const warned = warnedBefore(introOf(before, earlier));
  return [
    ...earlier,
    ...marks.flatMap((heading, at) => {
      const next = marks.at(at + 1);
      const until = next
        ? spanOf(next).from
        : spanOf(nodes[nodes.length - 1]).to;
      const step = headingStep(source, {
        heading,
        nodes: inside[at],
        until,
        warned,
      });
      return isAside(step.title) && step.commands.length === 0 ? [] : [step];
    }),
  ];
}

/** What stands before the first sub-heading: items, or one step where it holds a command. */
function stepsBefore(
  source: SourceText,
  section: SectionNodes,
  before: readonly Content[],
): readonly StepParts[] {
  const steps = itemSteps(source, before);
  const [first] = before;
  if (!first || steps.length > 0 || !holdCommands(before)) {
    return steps;
  }
  const end = spanOf(before[before.length - 1]).to;
  return [
    {
      ...sectionStep({ ...section, nodes: before }),
      ...source.body(spanOf(first).from, end),
    },
  ];
}

/** What stands before the first list of which steps were made. */
function introOf(
  nodes: readonly Content[],
  steps: readonly StepParts[],
): readonly Content[] {
  const taken = new Set(steps.flatMap(step => step.nodes));
  const first = nodes.findIndex(
    node => node.type === 'list' && node.children.some(item => taken.has(item)),
  );
  return first === -1 ? nodes : nodes.slice(0, first);
}

function headingStep(
  source: SourceText,
  options: {
    readonly heading: Heading;
    readonly nodes: readonly Content[];
    readonly until: number;
    readonly warned: CommandRisk;
  },
): StepParts {
  const { heading, nodes, until, warned } = options;
  const { to, line } = spanOf(heading);
  return {
    ...titled(plainTextOf(heading), nodes),
    ...source.body(to, until),
    commands: commandsOf(nodes, warned),
    line,
    endLine: spanOf(nodes.at(-1) ?? heading).endLine,
    nodes,
  };
}

function sectionStep(section: SectionNodes): StepParts {
  const { heading, nodes, markdown, bodyLine, line } = section;
  return {
    ...titled(heading, nodes),
    markdown,
    bodyLine,
    commands: commandsOf(nodes),
    line,
    endLine: spanOf(nodes[nodes.length - 1]).endLine,
    nodes,
  };
}

/** The time box stands in the title, or in the first sentence below it. */
function titled(
  heading: string,
  nodes: readonly Content[],
): Pick<Step, 'title' | 'timeBoxMs'> {
  const { text, timeBoxMs } = takeTimeBox(heading);
  const [first] = nodes;
  const below =
    first?.type === 'paragraph'
      ? takeTimeBox(plainTextOf(first)).timeBoxMs
      : undefined;
  const limit = timeBoxMs ?? below;
  return {
    title: withoutNumber(text) || text,
    ...(limit !== undefined && { timeBoxMs: limit }),
  };
}

function itemSteps(
  source: SourceText,
  nodes: readonly Content[],
): readonly StepParts[] {
  const steps = listSteps(source, listParts(nodes, numberedOrTasks));
  return steps.length > 0
    ? steps
    : listSteps(source, onlyCommands(listParts(nodes, list => list.children)));
}

function listSteps(
  source: SourceText,
  { before, parts }: ListParts,
): readonly StepParts[] {
  const warned = warnedBefore(before);
  return parts.map(({ item, after }) => ({
    ...itemStep(source, {
      item,
      after,
      commands: commandsOf([...item.children, ...after], warned),
    }),
    nodes: nodesOf({ item, after }),
  }));
}

function introSteps(source: SourceText, outline: Outline) {
  return itemSteps(source, outline.introNodes).map(step => ({
    ...step,
    section: 'other' as const,
  }));
}

/** Where nothing can be told apart, each section to act on is one step. */
function wholeSections(sections: readonly SectionNodes[]) {
  return sections
    .filter(
      ({ kind, nodes }) =>
        nodes.length > 0 &&
        !['meaning', 'impact', 'escalation', 'other'].includes(kind),
    )
    .map(section => ({
      ...sectionStep(section),
      section: section.kind,
    }));
}
