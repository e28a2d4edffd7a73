import { commandsOfBlock } from './commandsOfBlock';
import { looksLikeCommand } from './tools';

describe('commandsOfBlock', () => {
  it.each([
    [
      'lines that stand for themselves',
      'kubectl get pods\nkubectl get nodes',
      'sh',
      ['kubectl get pods', 'kubectl get nodes'],
    ],
    [
      'lines that go on',
      'kubectl get pods \\\n  -A |\n  grep api\nkubectl get nodes',
      'bash',
      ['kubectl get pods \\\n  -A |\n  grep api', 'kubectl get nodes'],
    ],
    [
      'a script',
      'POD=$(kubectl get pods -o name)\nkubectl logs $POD',
      'sh',
      ['POD=$(kubectl get pods -o name)\nkubectl logs $POD'],
    ],
    [
      'a loop',
      'for x in a b; do\n  kubectl get $x\ndone',
      'sh',
      ['for x in a b; do\n  kubectl get $x\ndone'],
    ],
    [
      'a here-document',
      'cat <<EOF | kubectl apply -f -\na: b\nEOF',
      'sh',
      ['cat <<EOF | kubectl apply -f -\na: b\nEOF'],
    ],
    [
      'a quote over lines',
      'psql -c "select 1\nfrom jobs"',
      'sh',
      ['psql -c "select 1\nfrom jobs"'],
    ],
    [
      'a place to go to first',
      'cd /srv/api\ngit status',
      'sh',
      ['cd /srv/api\ngit status'],
    ],
    [
      'prompts',
      '$ kubectl get pods\nNAME\n$ kubectl get nodes',
      'console',
      ['kubectl get pods', 'kubectl get nodes'],
    ],
    [
      'prompts with names',
      '[ana@prod-eu ~]$ df -h\nFilesystem\nroot@db-1:/# uptime',
      'console',
      ['df -h', 'uptime'],
    ],
    [
      'prompts of root',
      '# systemctl status api\nactive',
      'console',
      ['systemctl status api'],
    ],
    ['prompts in sh', '$ kubectl get pods', 'sh', ['kubectl get pods']],
    [
      'prompts that go on',
      '$ kubectl get pods \\\n> -A\nNAME',
      'console',
      ['kubectl get pods \\\n-A'],
    ],
    [
      'prompts that set a variable',
      '$ NS="shop"\n$ kubectl -n $NS get pods\nNAME',
      'console',
      ['NS="shop"\nkubectl -n $NS get pods'],
    ],
    [
      'prompts of root behind one that becomes root',
      '$ sudo su -\n# /opt/shop/machines.sh remove-failing\nremoved 2\n# exit\n$ uptime',
      'bash',
      ['sudo su -', '/opt/shop/machines.sh remove-failing', 'exit', 'uptime'],
    ],
    [
      'outputs that look like prompts of root',
      '$ sudo cat /etc/hosts\n# local names',
      'bash',
      ['sudo cat /etc/hosts'],
    ],
    ['a query in a console', '(sum(rate(x[5m])) / y) * 100', 'console', []],
    ['no language', 'kubectl get pods', undefined, ['kubectl get pods']],
    [
      'no language, with a prompt',
      '$ something --new',
      undefined,
      ['something --new'],
    ],
    ['no language and no command', 'The pod said:\nOOMKilled', undefined, []],
    ['another language', 'kubectl: get', 'yaml', []],
    ['nothing', '', 'sh', []],
    ['only comments', '# nothing to do', 'sh', []],
  ])('reads %s', (_name, code, language, texts) => {
    expect(commandsOfBlock(code, language).map(({ text }) => text)).toEqual(
      texts,
    );
  });

  it('keeps outputs and comments beside their commands', () => {
    expect(
      commandsOfBlock(
        '$ kubectl get pods\nNAME   READY\napi-0  0/1\n\n$ uptime',
        'console',
      ),
    ).toEqual([
      {
        text: 'kubectl get pods',
        from: 0,
        to: 0,
        expectedOutput: 'NAME   READY\napi-0  0/1',
      },
      { text: 'uptime', from: 4, to: 4 },
    ]);
    expect(
      commandsOfBlock(
        '# See them\nkubectl get pods\n\nkubectl get nodes',
        'sh',
      ),
    ).toEqual([
      { text: 'kubectl get pods', from: 1, to: 1, comment: 'See them' },
      { text: 'kubectl get nodes', from: 3, to: 3 },
    ]);
  });
});

describe('looksLikeCommand', () => {
  it.each([
    'kubectl get pods',
    'kubectl -n $NAMESPACE get pod $POD',
    'sudo journalctl -u api',
    'curl -s https://x',
    'PGPASSWORD=x psql -h db',
    'docker ps',
    'git log --oneline',
    '$ anything at all',
    './restart.sh api',
    'ping 10.0.0.1',
    'top -b -n 1',
    'jq .items',
    'ssh db-1',
    'redis-cli info',
    'terraform plan',
  ])('takes `%s` for a command', text => {
    expect(looksLikeCommand(text, 'inline')).toBe(true);
  });

  it.each([
    'kubectl',
    'CrashLoopBackOff',
    'namespace',
    'spec.replicas',
    'docker image',
    'free memory',
    'service account',
    'kube-system',
    '/etc/hosts',
    'sum(rate(http_requests_total[5m]))',
    'make sure',
    'top pods',
    'node is NotReady',
    '0/1 Ready',
    '',
  ])('does not take `%s` for one', text => {
    expect(looksLikeCommand(text, 'inline')).toBe(false);
  });
});
