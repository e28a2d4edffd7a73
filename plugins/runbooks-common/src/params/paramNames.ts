/** Names of values that findings bring along; the first of each group is what it is called. */
const GROUPS: readonly (readonly string[])[] = [
  'namespace ns kube_namespace k8s_namespace pod_namespace exported_namespace',
  'pod pods pod_id exported_pod',
  'container containers',
  'node instance host exported_instance machine server kubernetes_node',
  'cluster context kube_context k8s_cluster kubernetes_cluster ctx',
  'workload deployment deploy statefulset sts daemonset ds replicaset rs',
  'job jobs job_full exported_job',
  'cronjob cron_job',
  'build build_number build_id',
  'service svc app application component exported_service',
  'pvc persistentvolumeclaim claim volume_claim volumeclaim',
  'hpa horizontalpodautoscaler autoscaler',
  'image',
  'release',
  'revision',
  'region',
  'topic',
  'queue vhost_queue',
  'selector label_selector',
  'ingress',
  'secret',
  'configmap config_map',
  'branch',
  'commit',
  'alertname alert',
  'database db',
  'kind',
].map(names => names.split(' '));

const CANONICAL = new Map(
  GROUPS.flatMap(group => group.map(name => [name, group[0]] as const)),
);
const SIBLINGS = new Map(GROUPS.map(group => [group[0], group] as const));

/** Variables that every shell has; they never stand for a value of a finding. */
const OF_THE_SHELL = new Set(
  'PATH HOME USER LOGNAME PWD OLDPWD SHELL IFS HOST HOSTNAME HOSTTYPE RANDOM SECONDS LINENO UID EUID PPID TERM LANG TMPDIR EDITOR PAGER OPTARG OPTIND REPLY PS1 PS2 PS4 FUNCNAME PIPESTATUS BASH_SOURCE KUBECONFIG'.split(
    ' ',
  ),
);

/** Whether `$NAME` is a variable that the shell sets itself. */
export function isOfTheShell(name: string): boolean {
  return OF_THE_SHELL.has(name);
}

/** Which names are known beyond those that every finding may bring. */
export class ParamNames {
  readonly #values = new Map<string, string>();
  readonly #own = new Map<string, string>();

  constructor(options: {
    readonly params?: Readonly<Record<string, string | undefined>>;
    readonly declared?: readonly string[];
  }) {
    const { params = {}, declared = [] } = options;
    for (const name of [...declared, ...Object.keys(params)]) {
      const plain = plainName(name);
      if (!CANONICAL.has(plain)) this.#own.set(plain, name);
    }
    for (const [name, value] of Object.entries(params)) {
      if (value) this.#values.set(plainName(name), value);
    }
  }

  /** What a name in a command is called, if it is known. */
  called(name: string): string | undefined {
    for (const form of formsOf(name)) {
      const known = this.#own.get(form) ?? CANONICAL.get(form);
      if (known) return known;
    }
    return undefined;
  }

  /**
   * Its value: that of the very name, else that of another name for the same. Labels of an alert may
   * name twice what they are about: `job` and `namespace` are then those of the exporter.
   */
  valueOf(name: string): string | undefined {
    const forms = formsOf(name).flatMap(form => [
      `exported_${form}`,
      ...(form === 'job' ? ['job_name'] : []),
      form,
    ]);
    const siblings = forms.flatMap(
      form => SIBLINGS.get(CANONICAL.get(form) ?? '') ?? [],
    );
    return [...forms, ...siblings]
      .flatMap(form => this.#values.get(form) ?? [])
      .at(0);
  }
}

function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s.-]+/g, '_');
}

/** `your-pod-name` is a `pod` too. */
function formsOf(name: string): readonly string[] {
  const plain = plainName(name);
  const bare = plain.replace(/^(?:your|my|the|target|affected|failing)_/, '');
  return [
    ...new Set(
      [plain, bare].flatMap(form => [form, form.replace(/_?name$/, '')]),
    ),
  ].filter(Boolean);
}
