import { operands } from './wordsOf';

/** Whether a text for a shell changes something. */
type JudgeText = (text: string) => boolean;

/** Whether a tool changes something with these words. */
export type ToolRule = (
  words: readonly string[],
  judgeText: JudgeText,
) => boolean;

const has =
  (pattern: RegExp): ToolRule =>
  rest =>
    rest.some(word => pattern.test(word));

const firewall = has(
  /^-(?:A|D|I|F|P|R|X|N|Z)$|^--(?:append|delete|insert|flush|policy)/,
);

const packages = has(
  /^(?:install|remove|purge|upgrade|full-upgrade|autoremove)$/,
);

/** Flags of curl that take no value may stand before another in one word: `-sX`. */
const CURL_FLAGS = '[afgijklnpqsSvLGINORZ0-9#]*';
const CURL_METHOD = new RegExp(`^(?:-${CURL_FLAGS}X|--request)$`);
const CURL_METHOD_WORD = new RegExp(
  `^(?:-${CURL_FLAGS}X|--request=)(?!(?:get|head|options)$)[a-z]+$`,
  'i',
);
const CURL_LOOKS = new RegExp(
  `^(?:-${CURL_FLAGS}[GI]${CURL_FLAGS}|--get|--head)$`,
);
const CURL_SENDS =
  /^(?:-d|--data(?:-\w+)*|-F|--form|-T|--upload-file|--json)(?:=|$)|^-[a-zA-Z]*[dFT]$/;

function curlChanges(rest: readonly string[]): boolean {
  if (rest.some(word => CURL_LOOKS.test(word))) {
    return false;
  }
  const methods = rest.filter((_, at) => CURL_METHOD.test(rest[at - 1] ?? ''));
  return (
    methods.some(method => !/^(?:get|head|options)$/i.test(method)) ||
    rest.some(word => CURL_METHOD_WORD.test(word)) ||
    (!methods.some(method => /^get$/i.test(method)) &&
      rest.some(word => CURL_SENDS.test(word)))
  );
}

function findChanges(rest: readonly string[], judgeText: JudgeText): boolean {
  return rest.some((word, at) => {
    if (/^-(?:exec|execdir|ok|okdir)$/.test(word)) {
      const behind = rest.slice(at + 1);
      const end = behind.findIndex(one => one === ';' || one === '+');
      return judgeText(
        behind.slice(0, end === -1 ? behind.length : end).join(' '),
      );
    }
    return word === '-delete';
  });
}

/** Tools whose flags decide. */
export const TOOL_RULES: ReadonlyMap<string, ToolRule> = new Map(
  Object.entries<ToolRule>({
    curl: curlChanges,
    find: findChanges,
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
    yq: has(/^-(?:[a-zA-Z]*i|-inplace)/),
    perl: has(/^-[a-zA-Z]*i/),
    date: has(/^(?:-s|--set)/),
    tar: rest =>
      rest.some(
        (word, at) =>
          (at === 0 || word.startsWith('-')) &&
          /^(?:-?[a-zA-Z]*x[a-zA-Z]*|--extract|--get)$/.test(word),
      ),
    journalctl: has(/^--(?:vacuum-\w+|rotate|flush)(?:=|$)/),
    timedatectl: has(/^set-/),
    hostnamectl: has(/^set-/),
    tc: has(/^(?:add|del|delete|change|replace)$/),
    ifconfig: has(/^(?:up|down|add|del)$/),
    conntrack: has(/^-(?:D|F|U|I)$|^--(?:delete|flush|update|create)$/),
    ethtool: has(/^-(?:s|K|G|A|C|L)$/),
    ceph: has(
      /^(?:in|out|down|set|unset|rm|purge|destroy|create|delete|reweight\S*|repair|fail|enable|disable|restart|stop)$/,
    ),
    sysctl: has(/^(?:-w|--write|-p|--system)$|=/),
    ip: has(/^(?:add|del|delete|set|flush|replace|change)$/),
    nft: has(/^(?:add|delete|flush|insert|replace|create)$/),
    crontab: has(/^-(?:r|e)$/),
    openssl: () => false,
    nginx: has(/^(?:-s|reload|stop|quit|reopen)$/),
    ansible: (rest, judgeText) => {
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
        ? judgeText(rest[said + 1] ?? '')
        : true;
    },
    'ansible-playbook': rest =>
      !rest.some(word =>
        /^(?:--check|-C|--list-\w+|--syntax-check)$/.test(word),
      ),
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
    source: () => false,
    unset: () => false,
    set: () => false,
    iptables: firewall,
    ip6tables: firewall,
    apt: packages,
    'apt-get': packages,
    yum: packages,
    dnf: packages,
  }),
);
