import type { Finding } from '@callboard/plugin-callboard-common';
import { CommandPart, fill, isSafe } from '../CommandBlock';

type Params = Readonly<Record<string, string>>;

interface LookRule {
  readonly needs: readonly string[];
  readonly command: (params: Params) => readonly (string | CommandPart)[];
}

const kubectl = (params: Params) => [
  'kubectl --context ',
  fill(params.cluster),
  ' -n ',
  fill(params.namespace),
];

/** Commands that only look, the first whose params are given wins. */
const LOOK_RULES: readonly LookRule[] = [
  {
    needs: ['cluster', 'namespace', 'pod', 'container'],
    command: params => [
      ...kubectl(params),
      ' logs ',
      fill(params.pod),
      ' -c ',
      fill(params.container),
      ' --previous',
    ],
  },
  {
    needs: ['cluster', 'namespace', 'pod'],
    command: params => [...kubectl(params), ' describe pod ', fill(params.pod)],
  },
  {
    needs: ['cluster', 'namespace', 'kind', 'workload'],
    command: params => [
      ...kubectl(params),
      ' describe ',
      fill(params.kind.toLocaleLowerCase('en-US')),
      ' ',
      fill(params.workload),
    ],
  },
  {
    needs: ['commit'],
    command: params => ['git show --stat ', fill(params.commit)],
  },
];

/**
 * A command that looks closer at a finding and changes nothing, made from its params; undefined
 * where they give none.
 */
export function toLookCommand(
  finding: Pick<Finding, 'params'>,
): CommandPart[] | undefined {
  const { params } = finding;
  const rule = LOOK_RULES.find(({ needs }) =>
    needs.every(name => isSafe(params[name])),
  );
  return rule
    ?.command(params)
    .map(part => (typeof part === 'string' ? { text: part } : part));
}
