import { Parser, type CST } from 'yaml';

/** Nothing that describes a runbook is nested deeper. */
const DEPTH_MAX_COUNT = 32;

/** Each key is compared with every other one. */
const NODES_MAX_COUNT = 2000;

/**
 * Whether YAML would take its reader very long or all of the stack, which ends the process where a
 * regular expression is compiled in what is left of it. Found without recursion.
 */
export function isTangledYaml(yaml: string): boolean {
  let level: readonly CST.Token[] = [...new Parser().parse(yaml)];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length;
    if (depth > DEPTH_MAX_COUNT || nodes > NODES_MAX_COUNT) {
      return true;
    }
    level = level.flatMap(insideOf);
  }
  return false;
}

function insideOf(token: CST.Token): readonly CST.Token[] {
  if ('items' in token) {
    return token.items.flatMap(({ key, value }) => [
      ...(key ? [key] : []),
      ...(value ? [value] : []),
    ]);
  }
  return 'value' in token && typeof token.value === 'object'
    ? [token.value]
    : [];
}
