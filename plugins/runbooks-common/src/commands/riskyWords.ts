function list(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Words that change something, whatever tool they are said to. */
export const CHANGING_VERBS = list(
  'delete del rm remove scale drain cordon uncordon apply undo restart kill destroy patch replace drop truncate purge flush flushall flushdb failover switchover promote demote rollback reset stop start terminate uninstall install upgrade evict shutdown reboot poweroff halt disable enable suspend resume revoke rotate create edit set taint untaint update put post push deploy sync reload reconcile abort cancel pause unpause retry terminate-op terminate-backend cleanup prune gc format wipe detach attach import restore reinit reassign rebalance move mv migrate unseal seal write renew leave resize deallocate',
);

/** Sub-commands of tools that mostly look; a tool that is not here is judged by any of its words. */
export const CHANGING_SUBCOMMANDS: ReadonlyMap<
  string,
  ReadonlySet<string>
> = byName({
  kubectl: list(
    'delete scale drain cordon uncordon apply create replace patch edit set label annotate taint expose autoscale run cp attach debug',
  ),
  helm: list('install upgrade rollback uninstall delete'),
  docker: list(
    'rm rmi stop kill restart start run prune update push load up down pause unpause rename commit import create build stopp rmp runp',
  ),
  terraform: list(
    'apply destroy import taint untaint rm mv push force-unlock replace-provider',
  ),
  systemctl: list(
    'start stop restart reload try-restart reload-or-restart enable disable mask unmask kill daemon-reload daemon-reexec isolate set-property reset-failed edit revert set-default reboot poweroff halt rescue emergency',
  ),
  git: list(
    'push reset revert clean merge rebase commit cherry-pick checkout restore rm switch pull am apply',
  ),
  redis: list(
    'del unlink flushall flushdb set setex hset hdel lpush rpush lpop rpop ltrim sadd srem zadd zrem expire persist rename shutdown failover replicaof slaveof bgrewriteaof bgsave save restore migrate reset kill rewrite resetstat debug eval script xtrim xdel',
  ),
});

/** Other names of the same tool. */
export const SAME_TOOL: ReadonlyMap<string, string> = byName({
  oc: 'kubectl',
  podman: 'docker',
  nerdctl: 'docker',
  crictl: 'docker',
  ctr: 'docker',
  'docker-compose': 'docker',
  tofu: 'terraform',
  terragrunt: 'terraform',
  'valkey-cli': 'redis',
  'redis-cli': 'redis',
});

/** Tools that look and do nothing else, whatever words follow. */
export const LOOKING_TOOLS = list(
  'jq grep egrep rg cat head tail less more wc sort uniq cut tr awk echo printf ls ps top df du free uptime vmstat iostat mpstat sar dmesg lsof ss netstat dig nslookup host traceroute mtr ping nc ncat telnet tcpdump pgrep promtool logcli stern kubectx base64 sha256sum md5sum id which lsblk blkid jstack jmap jstat strace perf read test [ [[ cd true sleep export local declare for in do done while until if then else fi case esac select pg_isready pg_dump mysqldump ldapsearch snmpwalk klist time gzip gunzip history env diff',
);

/** Tools that change something by being called. */
export const CHANGING_TOOLS = list(
  'rm mv dd shred truncate chmod chown kill pkill killall reboot shutdown poweroff halt mount umount fdisk parted fsck useradd userdel usermod passwd ln rsync scp pg_restore pgbench resize2fs xfs_growfs lvextend lvreduce swapoff swapon rmdir unlink cp mkdir touch tee install ansible-playbook kubeseal drop dropdb createdb dropuser createuser vacuumdb reindexdb clusterdb pg_resetwal pvremove vgremove lvremove lvcreate lvchange wipefs setenforce logrotate certbot update-ca-certificates',
);

/** Tools that run what follows their own words. */
export const WRAPPERS = list(
  'sudo doas time nohup watch timeout xargs env nice ionice setsid stdbuf ssh eval exec command nsenter chroot su runuser strace',
);

/** Shells, which run the text after `-c`. */
export const SHELLS = list('sh bash zsh dash ksh ash');

/** Clients of databases, whose SQL stands in a word. */
export const SQL_CLIENTS = list(
  'psql mysql mariadb sqlite3 cqlsh clickhouse-client mongosh mongo bq sqlplus',
);

/** What changes data or ends sessions, in SQL and in the shell of MongoDB. */
export const CHANGING_SQL =
  /\b(?:drop|truncate|delete\s+from|insert\s+into|alter|create|grant|revoke|reindex|vacuum|cluster|rename|merge\s+into|call|kill|flush|set\s+global|reset\s+(?:master|slave|replica)|(?:start|stop)\s+(?:slave|replica)|change\s+(?:master|replication)|pg_(?:terminate|cancel)_backend|pg_promote|pg_switch_wal|pg_reload_conf|pg_(?:drop|create)\w*|(?:delete|update|insert|replace)(?:One|Many)?\s*\(|remove\s*\(|dropDatabase|stepDown|killOp|shutdownServer)\b|\bupdate\s+[\w."`$<{]+\s+set\b|(?:delete|update|insert|replace)(?:One|Many)\s*\(|\.(?:remove|drop|stepDown|reconfig)\s*\(/i;

function byName<T>(
  values: Readonly<Record<string, T>>,
): ReadonlyMap<string, T> {
  return new Map(Object.entries(values));
}
