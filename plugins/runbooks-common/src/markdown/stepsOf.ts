import type { Content, Heading, List, ListItem } from 'mdast';
import { commandsOf, worseRisk } from './commandsOf';
import { itemStep } from './itemStep';
import { markedRisk } from './calloutOf';
import { plainTextOf, spanOf } from './markdownTree';
import type { CommandRisk, Step } from './ParsedRunbook';
import { isAside, withoutNumber } from './sectionKindOf';
import { cutAt, type Outline, type SectionNodes } from './sectionsOf';
import type { SourceText } from './SourceText';
import { takeTimeBox } from './timeBox';

type StepParts = Omit<Step, 'n' | 'section'>;

type ItemChoice = (list: List) => readonly ListItem[];

const taskItems: ItemChoice = list =>
  list.children.filter(item => typeof item.checked === 'boolean');

const numberedOrTasks: ItemChoice = list =>
  list.ordered ? list.children : taskItems(list);

/** What there is to do, in the order of the text. */
export function stepsOf(source: SourceText, outline: Outline): readonly Step[] {
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
        return listSteps(source, section.nodes, taskItems);
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
    return steps.length === 0 && commandsOf(nodes).length > 0
      ? [sectionStep(section)]
      : steps;
  }
  const [before, ...inside] = cutAt(nodes, marks);
  const mark = riskBefore(before);
  return [
    ...stepsBefore(source, section, before),
    ...marks.flatMap((heading, at) => {
      const next = marks.at(at + 1);
      const until = next
        ? spanOf(next).from
        : spanOf(nodes[nodes.length - 1]).to;
      const step = headingStep(source, {
        heading,
        nodes: inside[at],
        until,
        mark,
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
  if (!first || steps.length > 0 || commandsOf(before).length === 0) {
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

function headingStep(
  source: SourceText,
  options: {
    readonly heading: Heading;
    readonly nodes: readonly Content[];
    readonly until: number;
    readonly mark: CommandRisk;
  },
): StepParts {
  const { heading, nodes, until, mark } = options;
  const { to, line } = spanOf(heading);
  return {
    ...titled(plainTextOf(heading), nodes),
    ...source.body(to, until),
    commands: commandsOf(nodes, mark),
    line,
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
  const steps = listSteps(source, nodes, numberedOrTasks);
  return steps.length > 0
    ? steps
    : listSteps(source, nodes, list => list.children).filter(
        step => step.commands.length > 0,
      );
}

/** Chosen items of lists, each with what follows its list unindented. */
function listSteps(
  source: SourceText,
  nodes: readonly Content[],
  choose: ItemChoice,
): readonly StepParts[] {
  const parts: { readonly item: ListItem; readonly after: Content[] }[] = [];
  let mark: CommandRisk = 'none';
  for (const node of nodes) {
    const chosen = node.type === 'list' ? choose(node) : [];
    const last = parts.at(-1);
    if (chosen.length > 0) {
      parts.push(...chosen.map(item => ({ item, after: [] })));
    } else if (last && node.type !== 'heading') {
      last.after.push(node);
    } else {
      mark = worseRisk(mark, markedRisk(node));
    }
  }
  return parts.map(({ item, after }) =>
    itemStep(source, {
      item,
      after,
      commands: commandsOf([item, ...after], mark),
    }),
  );
}

function riskBefore(nodes: readonly Content[]): CommandRisk {
  return nodes.reduce<CommandRisk>(
    (risk, node) => worseRisk(risk, markedRisk(node)),
    'none',
  );
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
