import { badRequest } from './statusBody';

type Labels = Readonly<Record<string, string>>;

/** Whether an object is meant. */
export type Matcher = (values: Labels) => boolean;

const NAME = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)$/;
const KEY =
  /^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const LABEL_HINT =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', " +
  "and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', " +
  "regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

/** Commas between requirements, not those within brackets. */
function requirementsOf(selector: string): readonly string[] {
  const requirements: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of selector) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) {
      requirements.push(current);
      current = '';
    } else {
      current += character;
    }
  }
  return [...requirements, current].map(part => part.trim());
}

function unparsable(what: string): Error {
  return badRequest(`unable to parse requirement: ${what}`);
}

function checked(key: string, values: readonly string[]): void {
  if (!KEY.test(key)) {
    throw key === ''
      ? badRequest("found '=', expected: !, identifier, or 'end of string'")
      : unparsable(
          `<nil>: Invalid value: "${key}": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`,
        );
  }
  values.forEach((value, index) => {
    if (value !== '' && !NAME.test(value)) {
      throw unparsable(
        `values[${index}][${key}]: Invalid value: ${JSON.stringify(
          value,
        )}: ${LABEL_HINT}`,
      );
    }
  });
}

function requirement(text: string): Matcher {
  const set = /^(\S+)\s+(in|notin)\s+\((.*)\)$/.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    checked(key, values);
    return operator === 'in'
      ? labels => key in labels && values.includes(labels[key])
      : labels => !(key in labels) || !values.includes(labels[key]);
  }
  if (/\s(in|notin)\s/.test(text)) {
    throw unparsable("found '', expected: ',', ')' or identifier");
  }
  const comparison = /^([^=!]*?)\s*(==|!=|=)\s*(.*)$/.exec(text);
  if (comparison) {
    const [, key, operator, value] = comparison;
    if (/^[=!]/.test(value)) {
      throw unparsable(`found '${value[0]}', expected: identifier`);
    }
    if (value.includes('=')) {
      throw badRequest("found '=', expected: ',' or 'end of string'");
    }
    checked(key, [value]);
    return operator === '!='
      ? labels => labels[key] !== value
      : labels => labels[key] === value;
  }
  if (text.startsWith('!')) {
    const key = text.slice(1).trim();
    checked(key, []);
    return labels => !(key in labels);
  }
  if (/\s/.test(text)) {
    throw unparsable(
      `found '${text.split(/\s+/)[1]}', expected: in, notin, =, ==, !=, gt, lt`,
    );
  }
  checked(text, []);
  return labels => text in labels;
}

/** Throws what the API answers to a selector that it cannot parse. */
export function labelMatcher(selector: string | null): Matcher | undefined {
  if (!selector?.trim()) {
    return undefined;
  }
  const matchers = requirementsOf(selector).map(requirement);
  return labels => matchers.every(matches => matches(labels));
}

/** Fields are compared only: `type=Warning,involvedObject.kind!=Node`. */
export function fieldMatcher(
  selector: string | null,
  selectable: readonly string[],
): Matcher | undefined {
  if (!selector?.trim()) {
    return undefined;
  }
  const matchers = selector.split(',').map((part): Matcher => {
    const [, field, operator, value] =
      /^([^=!]+)(==|!=|=)(.*)$/.exec(part.trim()) ?? [];
    if (field === undefined) {
      throw badRequest(
        `invalid selector: '${part}'; can't understand '${part}'`,
      );
    }
    if (!selectable.includes(field)) {
      throw badRequest(`field label not supported: ${field}`);
    }
    return operator === '!='
      ? values => (values[field] ?? '') !== value
      : values => (values[field] ?? '') === value;
  });
  return values => matchers.every(matches => matches(values));
}
