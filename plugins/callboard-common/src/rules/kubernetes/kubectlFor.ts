import { Finding } from '../../words';

/** What needs no quoting in any shell. */
const PLAIN_PATTERN = /^[A-Za-z0-9._:/@-]+$/;

/** What the command is built of. */
interface Command {
  readonly params: Readonly<Record<string, string>>;
  /** `describe`, `logs` … */
  readonly verb: string;
  /** Kind and name of what it is about. */
  readonly object?: readonly [kind: string, name: string];
  readonly flags?: readonly (string | undefined)[];
  /** The object has no namespace. */
  readonly clusterWide?: boolean;
}

type CommandOf = (
  params: Readonly<Record<string, string>>,
) => Command | undefined;

const COMMANDS: Readonly<Record<string, CommandOf>> = {
  'crash-loop': previousLogs,
  restarting: previousLogs,
  'rollout-crashing': previousLogs,
  'image-pull': describePod,
  'config-error': describePod,
  unschedulable: describePod,
  'not-ready': describePod,
  'stuck-terminating': describePod,
  'pod-failed': describePod,
  'below-minimum': describeWorkload,
  'replicas-missing': describeWorkload,
  'quorum-risk': describeWorkload,
  'daemon-missing': describeWorkload,
  'scaled-to-zero': describeWorkload,
  'rollout-paused': describeWorkload,
  'custom-stalled': describeWorkload,
  'custom-degraded': describeWorkload,
  'custom-not-ready': describeWorkload,
  'cron-missed': describeWorkload,
  'schedule-unclear': describeWorkload,
  'promise-unread': describeWorkload,
  'no-data': describeWorkload,
  'rollout-failed': rolloutStatus,
  'update-stuck': rolloutStatus,
  'update-held': rolloutStatus,
  'job-failed': jobLogs,
  'cron-failed': jobLogs,
  'job-long': jobLogs,
  'hpa-blind': describe('horizontalpodautoscaler', 'autoscaler'),
  'hpa-maxed': describe('horizontalpodautoscaler', 'autoscaler'),
  'volume-pending': describe('persistentvolumeclaim', 'claim'),
  'node-not-ready': describe('node', 'node'),
  'node-cordoned': describe('node', 'node'),
  'not-found': findBySelector,
  'selector-broad': findBySelector,
};

/**
 * The read-only `kubectl` command that looks into a finding of the Kubernetes rules, ready to be
 * copied into a POSIX shell; `undefined` where there is none. Every value is quoted where it has to
 * be, and none of them can become a flag.
 * @public
 */
export function kubectlFor(
  finding: Pick<Finding, 'code' | 'params'>,
): string | undefined {
  const command = Object.hasOwn(COMMANDS, finding.code)
    ? COMMANDS[finding.code](finding.params)
    : undefined;
  return command && written(command);
}

function written({
  params,
  verb,
  object,
  flags = [],
  clusterWide = false,
}: Command): string {
  const context = params.context ?? params.cluster;
  return [
    'kubectl',
    context === undefined ? undefined : flag('--context', context),
    clusterWide || params.namespace === undefined
      ? undefined
      : flag('-n', params.namespace, '--namespace'),
    verb,
    ...(object ? named(verb, object) : []),
    ...flags,
  ]
    .filter(part => part !== undefined)
    .join(' ');
}

/** `describe pod web-1`, but `logs web-1`; whatever looks like a flag goes behind its kind. */
function named(
  verb: string,
  [kind, name]: readonly [string, string],
): readonly string[] {
  if (verb === 'logs' && kind === 'pod' && !name.startsWith('-')) {
    return [quoted(name)];
  }
  return verb === 'logs' || verb.startsWith('rollout') || name.startsWith('-')
    ? [quoted(`${kind}/${name}`)]
    : [quoted(kind), quoted(name)];
}

function flag(short: string, value: string, long = short): string {
  return value.startsWith('-')
    ? `${long}=${quoted(value)}`
    : `${short} ${quoted(value)}`;
}

/** A value as one word of a POSIX shell. */
function quoted(value: string): string {
  return PLAIN_PATTERN.test(value)
    ? value
    : `'${value.replaceAll("'", `'\\''`)}'`;
}

function previousLogs(
  params: Readonly<Record<string, string>>,
): Command | undefined {
  const { pod, container } = params;
  return pod === undefined
    ? describeWorkload(params)
    : {
        params,
        verb: 'logs',
        object: ['pod', pod],
        flags: [
          container === undefined
            ? undefined
            : flag('-c', container, '--container'),
          '--previous',
        ],
      };
}

function describePod(
  params: Readonly<Record<string, string>>,
): Command | undefined {
  const { pod } = params;
  return pod === undefined
    ? describeWorkload(params)
    : { params, verb: 'describe', object: ['pod', pod] };
}

function describeWorkload(
  params: Readonly<Record<string, string>>,
): Command | undefined {
  const { kind, workload, customResource } = params;
  return kind === undefined || workload === undefined
    ? undefined
    : {
        params,
        verb: 'describe',
        // Other groups have kinds of the same name.
        object: [customResource ?? kindWord(kind), workload],
      };
}

function rolloutStatus(
  params: Readonly<Record<string, string>>,
): Command | undefined {
  const { kind, workload } = params;
  return kind === undefined || workload === undefined
    ? undefined
    : {
        params,
        verb: 'rollout status',
        object: [kindWord(kind), workload],
        flags: ['--watch=false'],
      };
}

function jobLogs(
  params: Readonly<Record<string, string>>,
): Command | undefined {
  const { job, pod } = params;
  if (pod !== undefined) {
    return {
      params,
      verb: 'logs',
      object: ['pod', pod],
      flags: ['--all-containers'],
    };
  }
  return job === undefined
    ? describeWorkload(params)
    : { params, verb: 'describe', object: ['job', job] };
}

function describe(kind: string, param: string): CommandOf {
  return params =>
    params[param] === undefined
      ? undefined
      : {
          params,
          verb: 'describe',
          object: [kind, params[param]],
          clusterWide: kind === 'node',
        };
}

function findBySelector(
  params: Readonly<Record<string, string>>,
): Command | undefined {
  const { selector, namespace } = params;
  return selector === undefined
    ? undefined
    : {
        params,
        verb: 'get deployments,statefulsets,daemonsets,cronjobs,pods',
        flags: [
          namespace === undefined ? '--all-namespaces' : undefined,
          flag('-l', selector, '--selector'),
          '--show-labels',
        ],
      };
}

/** Kinds are lower case in commands; what is not a word is left as it is, and quoted. */
function kindWord(kind: string): string {
  return /^[A-Za-z]+$/.test(kind) ? kind.toLowerCase() : kind;
}
