import { CHANGING_SUBCOMMANDS, CHANGING_VERBS } from './riskyWords';
import { anyVerb, opensShell, operands } from './wordsOf';

const KUBECTL_LOOKING = new Set([
  'events',
  'wait',
  'diff',
  'version',
  'api-resources',
  'api-versions',
  'cluster-info',
  'port-forward',
  'proxy',
  'kustomize',
  'options',
  'plugin',
  'completion',
]);

const FLAGS_WITH_VALUE = new Set(
  '-n --namespace --context --cluster -c --container -l --selector --kubeconfig --user --as -s --server -o --output --field-selector -f --filename --project-name -p --file -H --host --tail --since --sort-by --timeout --request-timeout'.split(
    ' ',
  ),
);

/** `kubectl` and `docker`: the sub-command decides, and what runs inside a container. */
export function clusterChanges(
  tool: string,
  rest: readonly string[],
  wordsChange: (words: readonly string[]) => boolean,
): boolean {
  if (rest.some(word => /^--dry-run(?:=(?:client|server|true))?$/.test(word))) {
    return false;
  }
  const inside = rest.findIndex(word => word === 'exec' || word === 'rsh');
  if (inside !== -1) {
    const dashes = rest.indexOf('--', inside);
    const behind =
      dashes === -1
        ? operands(rest.slice(inside + 1)).slice(1)
        : rest.slice(dashes + 1);
    return behind.length > 0 && wordsChange(behind) && !opensShell(behind);
  }
  const said = operands(withoutFlagValues(rest));
  const [verb, second] = said;
  if (tool === 'kubectl' && verb === 'rollout') {
    return ['undo', 'restart', 'pause', 'resume'].includes(second);
  }
  if (
    tool === 'kubectl' &&
    ['auth', 'explain', 'get', 'describe', 'logs', 'top'].includes(verb)
  ) {
    return false;
  }
  if (
    tool === 'kubectl' &&
    (verb === 'config' || verb === 'certificate' || verb === 'argo')
  ) {
    return said
      .slice(1)
      .some(
        word =>
          /^(?:set|unset|delete|use|approve|deny|promote|abort|retry|restart|undo|pause)(?:-|$)/.test(
            word,
          ) && !/^use/.test(word),
      );
  }
  const subcommands = CHANGING_SUBCOMMANDS.get(tool) ?? new Set();
  const grouped = [
    'compose',
    'system',
    'container',
    'image',
    'volume',
    'network',
    'service',
    'stack',
    'node',
    'swarm',
    'pod',
    'containers',
    'images',
    'task',
    'tasks',
    'snapshot',
  ];
  return (
    subcommands.has(verb) ||
    (tool === 'docker' &&
      grouped.includes(verb) &&
      said
        .slice(1)
        .some(word => subcommands.has(word) || CHANGING_VERBS.has(word))) ||
    (tool === 'kubectl' && !KUBECTL_LOOKING.has(verb) && anyVerb(said))
  );
}

function withoutFlagValues(words: readonly string[]): readonly string[] {
  return words.filter(
    (word, index) =>
      !FLAGS_WITH_VALUE.has(words[index - 1] ?? '') &&
      !FLAGS_WITH_VALUE.has(word),
  );
}
