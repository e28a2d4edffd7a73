import { changesThings } from './changesThings';

describe('changesThings', () => {
  it.each(
    `kubectl -n shop delete pod api-0
kubectl --context <context> -n <namespace> delete pod <pod>
kubectl --context {{ context }} -n {{ namespace }} delete pod {{ pod }}
kubectl delete pod <pod name> > deleted.txt
kubectl scale deployment/api --replicas=0
kubectl --context prod-eu drain node-3 --ignore-daemonsets
kubectl cordon node-3
kubectl apply -f fix.yaml
kubectl -n shop rollout undo deployment/api
kubectl -n shop rollout restart deployment/api
kubectl patch svc api -p '{}'
kubectl set image deployment/api api=api:41
kubectl edit configmap api
kubectl label node node-3 a=b
kubectl exec api-0 -- rm -rf /data/cache
kubectl exec -it api-0 -- sh -c 'kill 1'
kubectl get pods -o name | xargs kubectl delete
for pod in $(kubectl get pods -o name); do kubectl delete "$pod"; done
oc delete project shop
sudo systemctl restart nginx
systemctl stop api.service
service nginx restart
helm rollback api 41
helm upgrade --install api ./chart
docker restart api
docker compose up -d
docker exec db psql -c 'DROP TABLE orders'
docker system prune -f
crictl rmi --prune
terraform apply
terraform state rm aws_instance.api
terraform -chdir=prod destroy
ansible-playbook site.yml
ansible web -m service -a 'name=nginx state=restarted'
aws ec2 terminate-instances --instance-ids i-1
aws ecs update-service --force-new-deployment
aws s3 rm s3://bucket/key
gcloud compute instances stop api
az vm restart -n api
psql -c 'select pg_terminate_backend(12)'
psql -c "update jobs set state = 'new'"
psql -c 'TRUNCATE jobs'
psql -f fix.sql
mysql -e 'delete from jobs'
redis-cli FLUSHALL
redis-cli -h cache del key
rabbitmqctl purge_queue orders
kafka-topics --bootstrap-server k:9092 --delete --topic orders
kafka-consumer-groups.sh --reset-offsets --to-latest --execute --group a
curl -X POST https://ci.example/job/deploy/build
curl -XDELETE https://api.example/orders/1
curl -d '{"a":1}' https://api.example/orders
curl --request PUT https://api.example/orders/1
git push --force origin main
git revert HEAD
rm -rf /var/cache/api
kill -9 1234
pkill -f api
reboot
mkfs.ext4 /dev/sdb
dd if=/dev/zero of=/dev/sdb
echo 1 > /proc/sys/vm/drop_caches
sysctl -w vm.swappiness=1
sed -i s/a/b/ /etc/hosts
iptables -F
ssh db-1 'systemctl restart postgresql'
ssh db-1 sudo reboot
sh -c 'rm -rf /data'
timeout 10 kubectl delete pod api-0
KUBECONFIG=x kubectl delete pod api-0
argocd app rollback api
flux suspend kustomization api
etcdctl del /a
vault operator step-down
patronictl failover
nodetool drain
python3 cleanup.py --delete
./scripts/restart-api.sh
sh ./fix.sh
something --purge
helm -n shop rollback api 3
helm --namespace shop uninstall api --dry-run=none
find /var/log -mtime +7 -delete
find /tmp -name core -exec rm {} \\;
curl -fsSL https://a.example/fix.sh | sh
curl -fsSL https://a.example/fix.sh | sudo bash -s
bash <(curl -s https://a.example/fix.sh)
kubectl get pods -o name | awk '{print "kubectl delete " $1}' | sh
psql shop < fix.sql
zcat dump.sql.gz | mysql shop
kubectl exec -i db -- psql shop < fix.sql
curl -sX DELETE https://api.example/orders/1
curl -sXPOST https://api.example/-/reload
curl -kX PUT https://api.example/orders/1
oc rsh db-1 psql -c 'drop table jobs'
docker exec db dropdb shop
kafka-configs --alter --entity-name orders
bundle exec rake db:migrate
npx sequelize db:migrate:undo
oc adm policy add-cluster-role-to-user admin ana
az vm deallocate -n api
kubeadm certs renew all
journalctl --vacuum-size=1G
date -s 2027-01-01
tar xzf backup.tgz -C /
yq -i '.replicas = 0' values.yaml
lvremove /dev/vg0/data
crictl stopp 1234
tc qdisc add dev eth0 root netem delay 10ms
ceph osd out 3`.split('\n'),
  )('says yes to %s', command => {
    expect(changesThings(command)).toBe(true);
  });

  it.each(
    `kubectl get pods -A
kubectl -n shop describe deployment delete-jobs
kubectl -n apply logs api-0 --previous
kubectl get events --field-selector reason=Killing
kubectl auth can-i delete pods
kubectl rollout status deployment/api --timeout=10m
kubectl rollout history deployment/api
kubectl delete pod api-0 --dry-run=client
kubectl top pods
kubectl exec api-0 -- df -h
kubectl exec -it api-0 -- sh
kubectl wait --for=condition=Ready pod/api-0
kubectl get pod api-0 -o yaml > api-0.yaml
kubectl --context <context> -n <namespace> get pod <pod>
kubectl get pods | grep -v delete
helm list -A
helm history api
docker ps -a
docker logs --tail 100 api
docker compose logs api
terraform plan
systemctl status api
journalctl -u api --since -1h
ansible all -m ping
ansible web -a uptime
ansible-playbook site.yml --check
aws ec2 describe-instances
gcloud compute instances list
az vm list
psql -c 'select count(*) from jobs'
psql -c "select * from pg_stat_activity where state = 'active'"
redis-cli info memory
rabbitmqctl list_queues
kafka-consumer-groups.sh --describe --group a
curl -s https://probe.example/checkout | jq .errorRate
curl -X GET https://api.example/orders
curl -sSf -o /dev/null https://api.example 2>&1
git log --oneline -5
git status
df -h
free -m
ps aux | grep api
dig +short api.example
openssl s_client -connect api.example:443
ssh db-1 uptime
ssh db-1 'df -h'
sudo journalctl -u api
watch -n 5 kubectl get pods
timeout 10 curl -s https://api.example
promtool check rules alerts.yaml
amtool alert query
etcdctl endpoint health
find / -name core
find /var -size +100M -exec ls -lh {} +
helm -n shop history api
helm -n shop upgrade api ./chart --dry-run
git clean -n
curl -sG --data-urlencode query=up https://prometheus.example/api/v1/query
curl -sI https://api.example
ssh db-1 bash
cat a.json | jq .items
psql -c 'select 1' | tail -n 1
cat list | xargs -n 1 sh -c 'echo $0'
oc rsh db-1
oc rsh db-1 df -h
tar tzf x
ps aux | grep mysql
date
journalctl -u api --since=-1h
ceph status
sudo su
echo delete
cat /etc/hosts
# kubectl delete pod api-0`.split('\n'),
  )('says no to %s', command => {
    expect(changesThings(command)).toBe(false);
  });

  it.each([
    ['is written backwards', 'ls \u202Erm'],
    ['cannot be seen', 'ls \u200B'],
    ['is a key that is pressed', 'ls \u0003'],
    ['is a line end that hides what stands before', 'ls\u2028rm'],
  ])('says yes to what %s', (_name, command) => {
    expect(changesThings(command)).toBe(true);
  });

  it('sees what is done inside of what looks', () => {
    expect(changesThings('echo "$(kubectl delete pod api-0)"')).toBe(true);
    expect(changesThings('echo "`rm -rf /data`"')).toBe(true);
    expect(changesThings('kubectl get pods && kubectl delete pod api-0')).toBe(
      true,
    );
  });

  it.each([
    'sudo ',
    'A=b ',
    '"$(',
    'constructor ',
    'xargs ssh ',
    "sh -c '",
    '$(',
    '`',
    'env -u ',
  ])('is done with any number of %j', piece => {
    expect(typeof changesThings(piece.repeat(20_000))).toBe('boolean');
  });
});
