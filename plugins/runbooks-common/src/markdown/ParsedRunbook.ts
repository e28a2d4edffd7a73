import type { Matcher } from '../words';

/** What a part of a runbook is about; `other` is every heading that no alias names. @public */
export type SectionKind =
  | 'meaning'
  | 'impact'
  | 'before-you-start'
  | 'diagnosis'
  | 'mitigation'
  | 'verify'
  | 'rollback'
  | 'escalation'
  | 'other';

/** What a command does to the system, mildest first. @public */
export type CommandRisk = 'none' | 'changes' | 'warning' | 'danger';

/** A command of a step, without its prompt. @public */
export interface Command {
  readonly text: string;
  /** Language of its fence. */
  readonly language?: string;
  /** Whether it stands inside a sentence. */
  readonly inline: boolean;
  /**
   * What its author warns of before it, in the same step or before the steps of its section; else
   * whether it changes things, and nobody warned of that.
   */
  readonly risk: CommandRisk;
  /** What the author says that it prints. */
  readonly expectedOutput?: string;
  /** What a comment in the fence says about it. */
  readonly comment?: string;
  /** First line of it in the runbook, counted from 1. */
  readonly line: number;
  /** Last line of it. */
  readonly endLine: number;
}

/** A heading with what stands under it. @public */
export interface Section {
  readonly kind: SectionKind;
  readonly heading: string;
  /** Line of the heading, counted from 1. */
  readonly line: number;
  /** What stands under the heading. */
  readonly markdown: string;
  /** Line of the runbook that is the first of `markdown`. */
  readonly bodyLine: number;
}

/** Something to do. @public */
export interface Step {
  /** Counts from 1 through the whole runbook. */
  readonly n: number;
  /** Plain text, without number and time box. */
  readonly title: string;
  readonly section: SectionKind;
  /** What the title does not say already. */
  readonly markdown: string;
  readonly commands: readonly Command[];
  /** How long it should take at most. */
  readonly timeBoxMs?: number;
  readonly line: number;
  /** Last line of it. */
  readonly endLine: number;
  /** Line of the runbook that is the first of `markdown`. */
  readonly bodyLine: number;
}

/** A value that a runbook asks for. @public */
export interface RunbookParam {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}

/** What a runbook says about itself, as far as it can be read. @public */
export interface FrontMatter {
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly owner?: string;
  /** A day, `2027-05-03`. */
  readonly reviewBy?: string;
  readonly matches?: readonly Matcher[];
  readonly params?: readonly RunbookParam[];
  /** One sentence each about what cannot be read. */
  readonly problems: readonly string[];
}

/** A link of a runbook, images included. @public */
export interface RunbookLink {
  readonly url: string;
  readonly text: string;
  readonly line: number;
}

/** Where a link within the text may lead. @public */
export interface RunbookHeading {
  /** Its name in links: `roll-back`. */
  readonly anchor: string;
  readonly line: number;
}

/** A runbook's Markdown, understood. @public */
export interface ParsedRunbook {
  readonly frontMatter: FrontMatter;
  /** From the front matter, else the first heading of level 1. */
  readonly title?: string;
  /** What stands before the first section, the title aside. */
  readonly intro: string;
  /** Line that is the first of `intro`. */
  readonly introLine: number;
  readonly sections: readonly Section[];
  readonly steps: readonly Step[];
  /** Every command, those that stand in no step included, in the order of the text. */
  readonly commands: readonly Command[];
  /** Names of the values that commands ask for: `namespace`, `pod`. */
  readonly params: readonly string[];
  readonly links: readonly RunbookLink[];
  readonly headings: readonly RunbookHeading[];
  /** Targets of its reference links and footnotes, to be put under a part that is shown alone. */
  readonly definitions: string;
  /**
   * First line of the first piece that was not taken for Markdown, because it is too tangled or
   * stands behind too much: its links, steps and commands are not known.
   */
  readonly plainLine?: number;
  /** Alerts that its matchers, its title and its text name. */
  readonly alertnames: readonly string[];
}
