import {
  plainMatchValue,
  type Matcher,
  type MatchQuestion,
} from '@callboard/plugin-runbooks-common';
import { hashOf } from './hashOf';

/**
 * The values by which a runbook of anybody is found for a finding, hashed because an index bounds
 * the length of what is in it. An aspect is none: alone it does not make a stranger's runbook fit.
 */
export function matchValues(matcher: Matcher | MatchQuestion): string[] {
  const { code, alertname, runbookUrl } = matcher;
  return [
    ...(code === undefined ? [] : [valueOf('code', code)]),
    ...(alertname === undefined ? [] : [valueOf('alertname', alertname)]),
    ...(runbookUrl === undefined ? [] : [valueOf('runbookUrl', runbookUrl)]),
  ];
}

/** The values of a runbook: those of its matchers, and its title, which may be the name of an alert. */
export function valuesOfRunbook(runbook: {
  readonly title: string;
  readonly matches: readonly Matcher[];
}): string[] {
  return [
    ...runbook.matches.flatMap(matchValues),
    valueOf('alertname', runbook.title),
  ];
}

/** The runbook of this portal that an address leads to. */
export function runbookIdOf(runbookUrl: string): string | undefined {
  const [path] = plainMatchValue('runbookUrl', runbookUrl).split('?');
  return /\/runbooks\/([^/]+)$/.exec(path)?.[1];
}

function valueOf(
  kind: 'code' | 'alertname' | 'runbookUrl',
  value: string,
): string {
  return hashOf(`${kind}:${plainMatchValue(kind, value)}`);
}
