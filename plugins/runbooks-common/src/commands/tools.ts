/** Names that no sentence begins with: whatever follows them is a command. */
const UNMISTAKABLE =
  'kubectl oc k9s kustomize helm helmfile kubectx kubens stern krew velero istioctl linkerd cilium calicoctl argocd argo flux tkn kn kubeadm k3s minikube kind etcdctl crictl ctr nerdctl docker docker-compose podman buildah skopeo curl wget http https grpcurl ansible ansible-playbook ansible-galaxy ansible-vault terraform terragrunt tofu packer vault consul nomad pulumi aws awslocal eksctl gcloud gsutil bq az azcopy doctl hcloud openstack psql pg_dump pg_restore pg_ctl pg_isready pgbench patronictl repmgr mysql mysqladmin mysqldump mariadb redis-cli valkey-cli mongosh mongo mongodump cqlsh nodetool clickhouse-client sqlite3 rabbitmqctl rabbitmqadmin rabbitmq-diagnostics kafka-topics kafka-topics.sh kafka-consumer-groups kafka-consumer-groups.sh kafka-configs kafka-configs.sh kafka-console-consumer kafka-console-consumer.sh kcat kafkactl systemctl journalctl service ssh scp rsync git gh glab jq yq promtool amtool logcli tempo-cli mimirtool cortextool thanos dig nslookup host traceroute mtr ping nc ncat telnet openssl keytool certbot cmctl iptables nft ip ss netstat tcpdump lsof strace perf vmstat iostat mpstat sar dmesg df du lsblk mount umount blkid fsck smartctl zpool zfs lvs vgs pvs lvextend resize2fs xfs_growfs ceph rados rbd gluster nginx haproxy apachectl envoy squid supervisorctl pm2 npm npx yarn pnpm node python python3 pip java jstack jmap jcmd jstat mvn gradle ./gradlew go cargo make jenkins-cli jenkins-jfr apt apt-get yum dnf apk snap brew chmod chown sed awk grep egrep rg sudo nsenter chroot crontab sysctl ulimit uptime free pgrep pkill kill killall rm mv cp ln mkdir touch tar gzip gunzip unzip base64 sha256sum md5sum xargs timeout nohup bash sh zsh export source etcd goss trivy cosign kubeseal sops age gpg ldapsearch kinit klist snmpwalk ipmitool influx curator snyk sentry-cli pagerduty pd oncall newrelic datadog-agent vercel netlify heroku fly flyctl cf bosh oci ibmcloud linode-cli scw tsh tctl teleport boundary wrangler serverless sls sam cdk'.split(
    ' ',
  );

/** Words of every day too: a command only with something that no sentence has. */
const EVERYDAY = new Set(
  'ping host service make go kill mount free node python java age ip http https kind sar perf time watch top cat head tail less more find sort test date env echo printf read which tee cut tr wc ls cd ps history id w who users last screen reboot shutdown halt docker git helm vault consul terraform flux argo oncall sam fly boundary serverless yarn envoy nginx haproxy squid tempo-cli influx curator istioctl cilium export source timeout sh bash uptime touch sudo'.split(
    ' ',
  ),
);

const TOOLS = new Set([...UNMISTAKABLE, ...EVERYDAY]);

/** Shell words that may begin a block of commands. */
const KEYWORDS = new Set(
  'for while until if case function set unset cd echo printf read eval exec trap wait local declare test [ [['.split(
    ' ',
  ),
);

const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

const TWO_WORDS = new Set(
  'docker ps,docker logs,docker exec,docker inspect,docker restart,docker stop,docker start,docker rm,docker run,docker stats,docker pull,docker events,docker info,docker system,docker compose,docker images,git log,git show,git status,git diff,git revert,git push,git pull,git checkout,git reset,git bisect,git blame,git fetch,git tag,git clone,helm list,helm ls,helm history,helm status,helm get,helm rollback,helm upgrade,helm uninstall,helm template,helm diff,vault status,vault read,vault write,vault token,vault operator,vault kv,vault login,consul members,consul operator,terraform plan,terraform apply,terraform destroy,terraform state,terraform init,terraform import,terraform output,terraform show,flux get,flux reconcile,flux suspend,flux resume,flux logs,argo list,argo get,argo logs,argo retry,argo stop,service status,service restart,ip addr,ip route,ip link,ip neigh,cilium status,istioctl proxy-status,istioctl analyze,istioctl proxy-config,nginx -t,ps aux,ps axf,make deploy,make rollback,kind get'.split(
    ',',
  ),
);

/** Whether the word is the name of a tool that runbooks use. */
export function isTool(word: string): boolean {
  return TOOLS.has(word) || /^(?:\.{0,2}|~)\/[\w./-]+$/.test(word);
}

/**
 * Whether a text without a language is a shell command. Code inside a sentence has to be clearer.
 * @public
 */
export function looksLikeCommand(
  text: string,
  place: 'inline' | 'block',
): boolean {
  const line = text
    .split('\n')
    .map(one => one.trim())
    .find(one => one !== '' && !one.startsWith('#'));
  if (!line) {
    return false;
  }
  if (/^\$\s+\S/.test(line)) {
    return true;
  }
  const words = line.split(/\s+/);
  while (
    words.length > 1 &&
    (ASSIGNMENT.test(words[0]) || words[0] === 'sudo')
  ) {
    words.shift();
  }
  const [first, ...rest] = words;
  if (place === 'block' && (KEYWORDS.has(first) || ASSIGNMENT.test(first))) {
    return ASSIGNMENT.test(first) ? /^[A-Z_]+=/.test(first) : rest.length > 0;
  }
  if (!isTool(first)) {
    return false;
  }
  if (first.includes('/')) {
    return place === 'block' || rest.length > 0;
  }
  if (place === 'block' && !EVERYDAY.has(first)) {
    return true;
  }
  if (EVERYDAY.has(first)) {
    return (
      rest.some(word => /^[-./~$'"<{]|[=|>:/\d]|\$/.test(word)) ||
      (rest.length > 0 && TWO_WORDS.has(`${first} ${rest[0]}`))
    );
  }
  return rest.length > 0;
}
