import { parse } from 'yaml';
import { z } from 'zod';
import {
  daySchema,
  LIST_MAX_COUNT,
  matcherSchema,
  TITLE_MAX_COUNT,
  type Matcher,
} from '../words';
import { isTangledYaml } from './isTangledYaml';
import type { FrontMatter, RunbookParam } from './ParsedRunbook';

/** Longer front matter is not read: it would be a text, not a description of one. */
const FRONT_MATTER_MAX_BYTES = 64 * 1024;

const FENCED =
  /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

const ALERT_NAME =
  /^(?:[A-Z][A-Za-z0-9_]*[a-z][A-Za-z0-9_]*|[a-z][a-z0-9_]*[A-Z][A-Za-z0-9_]*)$/;
const FINDING_CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const paramName = z.string().regex(/^[A-Za-z_][\w.-]{0,62}$/);
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** The YAML between two lines of `---` at the very beginning, and how long it is with these. */
export function findFrontMatter(
  markdown: string,
): { readonly yaml: string; readonly length: number } | undefined {
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(markdown)) {
    return undefined;
  }
  const found = FENCED.exec(markdown.slice(0, FRONT_MATTER_MAX_BYTES));
  return found?.index === 0
    ? { yaml: found[1], length: found[0].length }
    : undefined;
}

/**
 * What a runbook says about itself.
 * @public
 */
export function frontMatterOf(markdown: string): FrontMatter {
  const found = findFrontMatter(markdown);
  return found ? readFrontMatter(found.yaml) : { problems: [] };
}

/**
 * A runbook without what it says about itself; every line and place stays as it is.
 * @public
 */
export function blankFrontMatter(markdown: string): string {
  const length = findFrontMatter(markdown)?.length ?? 0;
  return markdown
    .slice(0, length)
    .replace(/[^\r\n]/g, ' ')
    .concat(markdown.slice(length))
    .replace(/^\uFEFF/, ' ');
}

class Reader {
  readonly #problems: string[] = [];
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(values: ReadonlyMap<string, unknown>) {
    this.#values = values;
  }

  read(): FrontMatter {
    const title = this.#one(
      'title',
      scalar.pipe(z.string().trim().min(1).max(TITLE_MAX_COUNT)),
      `a text of at most ${TITLE_MAX_COUNT} characters`,
    );
    const tags = this.#list(
      'tags',
      scalar.pipe(z.string().trim().min(1).max(63)),
      'a tag of at most 63 characters',
    );
    const owner = this.#one(
      'owner',
      z.string().trim().min(1),
      'the name of a group',
    );
    const reviewBy = this.#one(
      'reviewBy',
      z.preprocess(
        day => (day instanceof Date ? day.toISOString().slice(0, 10) : day),
        daySchema,
      ),
      'a day such as 2027-05-03',
    );
    const matches = this.#list(
      'matches',
      z.unknown().transform((one, context) => {
        const matcher = matcherOf(one);
        if (!matcher) context.addIssue('no matcher');
        return matcher;
      }),
      'a finding (crash-loop), an alert (KubePodCrashLooping), or aspect, code, alertname and runbookUrl',
    )?.flatMap(matcher => matcher ?? []);
    const params = this.#params();
    return {
      ...(title !== undefined && { title }),
      ...(tags && { tags }),
      ...(owner !== undefined && { owner }),
      ...(reviewBy !== undefined && { reviewBy }),
      ...(matches && { matches }),
      ...(params && { params }),
      problems: this.#problems,
    };
  }

  #one<T>(key: string, schema: z.ZodType<T>, what: string): T | undefined {
    const value = this.#values.get(key);
    if (value === undefined || value === null) {
      return undefined;
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      this.#problems.push(`${key} has to be ${what}`);
      return undefined;
    }
    return parsed.data;
  }

  #list<T>(key: string, schema: z.ZodType<T>, what: string): T[] | undefined {
    const value = this.#values.get(key);
    if (value === undefined || value === null) {
      return undefined;
    }
    const given: unknown[] = Array.isArray(value) ? value : wordsOf(value);
    const items = given.slice(0, LIST_MAX_COUNT).flatMap((one, index) => {
      const parsed = schema.safeParse(one);
      if (parsed.success) {
        return [parsed.data];
      }
      this.#problems.push(`${key}, entry ${index + 1}: it has to be ${what}`);
      return [];
    });
    if (given.length > LIST_MAX_COUNT) {
      this.#problems.push(`${key} has more than ${LIST_MAX_COUNT} entries`);
    }
    return items;
  }

  #params(): RunbookParam[] | undefined {
    const value = this.#values.get('params');
    const given =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([name, rest]) => namedParam(name, rest))
        : undefined;
    const entry = z.union([
      paramName.transform((name): RunbookParam => ({ name })),
      z.object({
        name: paramName,
        description: scalar.optional(),
        default: scalar.optional(),
      }),
    ]);
    const reader = given
      ? new Reader(new Map([['params', given as unknown]]))
      : this;
    const params = reader.#list(
      'params',
      entry,
      'a name, or name, description and default',
    );
    if (reader !== this) {
      this.#problems.push(...reader.#problems);
    }
    return params?.map(
      (param): RunbookParam => ({
        name: param.name,
        ...(param.description && { description: param.description }),
        ...(param.default && { default: param.default }),
      }),
    );
  }
}

/** Reads front matter. What is wrong becomes a sentence, never an exception; unknown keys are left alone. */
export function readFrontMatter(yaml: string): FrontMatter {
  if (isTangledYaml(yaml)) {
    return { problems: ['The front matter is too long or nested too deeply'] };
  }
  let value: unknown;
  try {
    value = parse(yaml, { maxAliasCount: 0, logLevel: 'error' });
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error)
      .split('\n', 1)
      .map(line => line.replace(/:$/, ''));
    return { problems: [`The front matter is not YAML: ${reason}`] };
  }
  if (value === null || value === undefined) {
    return { problems: [] };
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { problems: ['The front matter is not a list of keys and values'] };
  }
  return new Reader(new Map(Object.entries(value))).read();
}

/** `namespace: shop` gives a default, `namespace:` only names it. */
function namedParam(name: string, rest: unknown): unknown {
  if (typeof rest === 'object' && rest !== null) {
    return { ...rest, name };
  }
  return rest === null ? name : { name, default: rest };
}

/** `a, b` stands for two entries. */
function wordsOf(value: unknown): unknown[] {
  return typeof value === 'string'
    ? value
        .split(',')
        .map(word => word.trim())
        .filter(Boolean)
    : [value];
}

function matcherOf(value: unknown): Matcher | undefined {
  if (typeof value === 'string') {
    const word = value.trim();
    if (/^https?:\/\//i.test(word)) return { runbookUrl: word };
    if (FINDING_CODE.test(word)) return { code: word };
    return ALERT_NAME.test(word) ? { alertname: word } : undefined;
  }
  const parsed = matcherSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
