import {
  CHANGING_SQL,
  CHANGING_SUBCOMMANDS,
  CHANGING_TOOLS,
  CHANGING_VERBS,
  LOOKING_TOOLS,
  SAME_TOOL,
  SHELLS,
  SQL_CLIENTS,
  WRAPPERS,
} from './riskyWords';
import { simpleCommandsOf, type SimpleCommand } from './shellWords';

/** Deeper nesting of shells in shells counts as changing. */
const DEPTH_MAX_COUNT = 4;

/**
 * Whether a shell command does more than look, as far as its words tell. In doubt it is said to
 * change something.
 * @public
 */
export function changesThings(text: string): boolean {
  return anyChanges(text, 0);
}

function anyChanges(text: string, depth: number): boolean {
  return (
    depth > DEPTH_MAX_COUNT ||
    simpleCommandsOf(text).some(command => changes(command, depth))
  );
}

function changes({ words, writesTo }: SimpleCommand, depth: number): boolean {
  return (
    writesTo.some(file =>
      /^\/(?!dev\/(?:null|stdout|stderr|tty)$|tmp\/)/.test(file),
    ) || wordsChange(words, depth)
  );
}

function wordsChange(all: readonly string[], depth: number): boolean {
  const words = all.filter((word, index) => !isPrefix(all, index, word));
  const [path, ...rest] = words;
  if (path === undefined) {
    return false;
  }
  const tool = path.includes('://')
    ? path
    : path.slice(path.lastIndexOf('/') + 1);
  const same = SAME_TOOL[tool] ?? tool;
  if (SHELLS.has(tool)) {
    const script = rest.indexOf('-c') + 1;
    return script > 0
      ? anyChanges(rest[script] ?? '', depth + 1)
      : rest.some(word => !word.startsWith('-'));
  }
  if (WRAPPERS.has(tool)) {
    return wrappedChanges(tool, rest, depth);
  }
  if (tool === 'kubectl' || same === 'kubectl' || same === 'docker') {
    return clusterChanges(same, rest, depth);
  }
  if (SQL_CLIENTS.has(tool)) {
    return (
      rest.some(word => CHANGING_SQL.test(word)) ||
      rest.some(word => /^(?:-f|--file)(?:=|$)/.test(word))
    );
  }
  const subcommands = CHANGING_SUBCOMMANDS[same];
  if (subcommands) {
    const dry = rest.some(word => /^(?:-n|--dry-run)(?:=|$)/.test(word));
    return (
      !(dry && tool !== 'redis-cli') &&
      operands(rest).some(word => subcommands.has(word.toLowerCase()))
    );
  }
  const special = SPECIAL[tool];
  if (special) {
    return special(rest, depth);
  }
  if (LOOKING_TOOLS.has(tool)) {
    return false;
  }
  return CHANGING_TOOLS.has(tool) || /^mkfs/.test(tool) || anyVerb(words);
}

/** Assignments before a command, and the words of the shell that begin one. */
function isPrefix(
  all: readonly string[],
  index: number,
  word: string,
): boolean {
  return (
    /^[A-Za-z_]\w*\+?=|^(?:do|then|else|!|if|while|until)$/.test(word) &&
    all.slice(0, index).every((one, at) => isPrefix(all, at, one))
  );
}

/** Words that are no flags, with what is said to flags among them. */
function operands(words: readonly string[]): readonly string[] {
  return words.filter(word => !/^-[^-]|^--[\w-]+=/.test(word));
}

function wrappedChanges(
  tool: string,
  rest: readonly string[],
  depth: number,
): boolean {
  if (tool === 'ssh' || tool === 'su' || tool === 'runuser') {
    // everything behind the host is read by another shell
    return rest.some(
      (word, index) =>
        (/\s/.test(word) && anyChanges(word, depth + 1)) ||
        (index > 0 &&
          depth <= DEPTH_MAX_COUNT &&
          isCommandWord(word) &&
          wordsChange(rest.slice(index), depth + 1)),
    );
  }
  const first = rest.findIndex(
    word =>
      !word.startsWith('-') &&
      !/^\d+[smhd]?$/.test(word) &&
      !/^[A-Za-z_]\w*=/.test(word),
  );
  if (first === -1) {
    return false;
  }
  const wrapped = rest.slice(first);
  if (wrapped.length === 1 && /\s/.test(wrapped[0])) {
    return anyChanges(wrapped[0], depth + 1);
  }
  return wrapped.some(
    (word, index) =>
      (index === 0 || isCommandWord(word)) &&
      wordsChange(wrapped.slice(index), depth + 1),
  );
}

function isCommandWord(word: string): boolean {
  return (
    CHANGING_TOOLS.has(word) ||
    SHELLS.has(word) ||
    SQL_CLIENTS.has(word) ||
    word in CHANGING_SUBCOMMANDS ||
    word in SAME_TOOL ||
    word in SPECIAL ||
    word === 'sudo'
  );
}

/** `kubectl` and `docker`: the sub-command decides, and what runs inside a container. */
function clusterChanges(
  tool: string,
  rest: readonly string[],
  depth: number,
): boolean {
  if (rest.some(word => /^--dry-run(?:=(?:client|server|true))?$/.test(word))) {
    return false;
  }
  const inside = rest.indexOf('exec');
  if (inside !== -1) {
    const dashes = rest.indexOf('--', inside);
    const behind =
      dashes === -1
        ? operands(rest.slice(inside + 1)).slice(1)
        : rest.slice(dashes + 1);
    return (
      behind.length > 0 && wordsChange(behind, depth + 1) && !opensShell(behind)
    );
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
  const subcommands = CHANGING_SUBCOMMANDS[tool];
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

function withoutFlagValues(words: readonly string[]): readonly string[] {
  return words.filter(
    (word, index) =>
      !FLAGS_WITH_VALUE.has(words[index - 1] ?? '') &&
      !FLAGS_WITH_VALUE.has(word),
  );
}

/** An interactive shell changes nothing by itself. */
function opensShell(words: readonly string[]): boolean {
  return (
    words.length === 1 &&
    SHELLS.has(words[0].slice(words[0].lastIndexOf('/') + 1))
  );
}

function anyVerb(words: readonly string[]): boolean {
  return words.some(
    word =>
      CHANGING_VERBS.has(word.toLowerCase()) ||
      /^(?:-{1,2}|[a-z0-9]+[-:_])?(?:delete|destroy|drop|purge|reset|restart|remove|terminate|truncate|failover)(?:[-_][\w-]+)?$/i.test(
        word,
      ),
  );
}

type Judge = (rest: readonly string[], depth: number) => boolean;

const has =
  (pattern: RegExp): Judge =>
  rest =>
    rest.some(word => pattern.test(word));

/** Tools whose flags decide. */
const SPECIAL: Readonly<Record<string, Judge>> = {
  curl: rest =>
    !rest.some(word => /^(?:-G|--get|-I|--head)$/.test(word)) &&
    (rest.some((word, index) =>
      /^(?:-X|--request)$/.test(rest[index - 1] ?? '')
        ? !/^(?:get|head|options)$/i.test(word)
        : false,
    ) ||
      rest.some(word =>
        /^-X(?!GET$|HEAD$|OPTIONS$)[A-Z]+$|^--request=(?!get$|head$|options$)/i.test(
          word,
        ),
      ) ||
      (!rest.some(
        (word, index) =>
          /^(?:-X|--request)$/.test(rest[index - 1] ?? '') &&
          /^get$/i.test(word),
      ) &&
        rest.some(word =>
          /^(?:-d|--data(?:-\w+)*|-F|--form|-T|--upload-file|--json)(?:=|$)|^-[a-zA-Z]*[dFT]$/.test(
            word,
          ),
        ))),
  wget: has(
    /^--(?:post-data|post-file|method=(?!get|head)|body-data|body-file)/i,
  ),
  http: has(/^(?:POST|PUT|PATCH|DELETE)$/),
  https: has(/^(?:POST|PUT|PATCH|DELETE)$/),
  aws: rest =>
    operands(rest).some(word =>
      /^(?:delete|terminate|stop|start|reboot|modify|update|put|create|detach|attach|deregister|register|remove|set|reset|restore|run|send|disable|enable|cancel|purge|invoke|failover|promote|revoke|authorize|tag|untag|rotate|release|allocate|associate|disassociate|import|execute|force|abort)-|^(?:rm|mv|cp|sync|rb|mb|invoke)$/.test(
        word,
      ),
    ) &&
    !rest.includes('--dry-run') &&
    !rest.includes('--dryrun'),
  sed: has(/^-(?:[a-zA-Z]*i|-in-place)/),
  sysctl: has(/^(?:-w|--write|-p|--system)$|=/),
  iptables: has(
    /^-(?:A|D|I|F|P|R|X|N|Z)$|^--(?:append|delete|insert|flush|policy)/,
  ),
  ip: has(/^(?:add|del|delete|set|flush|replace|change)$/),
  nft: has(/^(?:add|delete|flush|insert|replace|create)$/),
  crontab: has(/^-(?:r|e)$/),
  openssl: () => false,
  nginx: has(/^(?:-s|reload|stop|quit|reopen)$/),
  ansible: (rest, depth) => {
    const at = rest.findIndex(
      word => word === '-m' || word === '--module-name',
    );
    const name = at === -1 ? 'command' : rest[at + 1] ?? '';
    if (rest.includes('--check') || rest.includes('-C')) return false;
    if (
      /^(?:[\w.]+\.)?(?:ping|setup|debug|gather_facts|stat|assert|service_facts)$/.test(
        name,
      )
    )
      return false;
    const said = rest.findIndex(word => word === '-a' || word === '--args');
    return /^(?:[\w.]+\.)?(?:command|shell|raw)$/.test(name) && said !== -1
      ? anyChanges(rest[said + 1] ?? '', depth + 1)
      : true;
  },
  'ansible-playbook': rest =>
    !rest.some(word => /^(?:--check|-C|--list-\w+|--syntax-check)$/.test(word)),
  rsync: rest =>
    !rest.some(word => /^(?:--dry-run|-[a-zA-Z]*n[a-zA-Z]*)$/.test(word)),
  ping: () => false,
  amtool: has(/^(?:add|expire|update|import)$/),
  etcdctl: has(
    /^(?:put|del|compact|defrag|restore|add|remove|update|promote|move-leader|revoke|grant|disarm)$/,
  ),
  vault: has(
    /^(?:write|put|delete|destroy|seal|unseal|revoke|enable|disable|tune|move|patch|rotate|rekey|step-down|init|undelete|rollback)$/,
  ),
  patronictl: has(
    /^(?:failover|switchover|restart|reload|reinit|pause|resume|edit-config|remove|flush)$/,
  ),
  nodetool: has(
    /^(?:drain|decommission|removenode|repair|cleanup|compact|flush|assassinate|move|stop\w*|disable\w*|enable\w*|clearsnapshot|rebuild|refresh|scrub|truncatehints|set\w+)$/,
  ),
  rabbitmqctl: has(
    /^(?:delete_\w+|purge_queue|stop\w*|start_app|reset|force_\w+|forget_cluster_node|close_\w+|set_\w+|clear_\w+|add_\w+|change_\w+|join_cluster|rotate_logs|sync_queue|cancel_sync_queue|shutdown|eval|suspend_\w+|resume_\w+)$/,
  ),
  pg_ctl: has(/^(?:start|stop|restart|reload|promote|kill|init\w*)$/),
  mysqladmin: has(
    /^(?:kill|shutdown|drop|create|flush-\w+|password|refresh|reload|start-\w+|stop-\w+)$/,
  ),
  make: has(/^(?!-)(?!.*=)(?!test|check|lint|help|status|plan|diff)/),
  npm: has(/^(?:install|ci|publish|uninstall|update|run|exec)$/),
  apt: has(/^(?:install|remove|purge|upgrade|full-upgrade|autoremove)$/),
  source: () => false,
  unset: () => false,
  set: () => false,
};
for (const [name, like] of [
  ['ip6tables', 'iptables'],
  ['apt-get', 'apt'],
  ['yum', 'apt'],
  ['dnf', 'apt'],
]) {
  Object.assign(SPECIAL, { [name]: SPECIAL[like] });
}
