import { fillCommand, paramsAskedFor } from './fillCommand';

const PARAMS = {
  cluster: 'prod-eu',
  namespace: 'shop',
  pod: 'api-7d9f8b6c5-x2x8k',
  container: 'api',
  workload: 'api',
  node: 'node-3',
  job: 'shop/deploy',
};

describe('fillCommand', () => {
  it.each([
    [
      '$NAMESPACE',
      'kubectl -n $NAMESPACE get pod $POD',
      'kubectl -n shop get pod api-7d9f8b6c5-x2x8k',
    ],
    [
      '${NAMESPACE}',
      'kubectl -n ${NAMESPACE} get pod "${POD}"',
      'kubectl -n shop get pod "api-7d9f8b6c5-x2x8k"',
    ],
    [
      '<namespace>',
      'kubectl -n <namespace> get pod <pod>',
      'kubectl -n shop get pod api-7d9f8b6c5-x2x8k',
    ],
    [
      '{{namespace}}',
      'kubectl -n {{namespace}} get pod {{ pod }}',
      'kubectl -n shop get pod api-7d9f8b6c5-x2x8k',
    ],
    [
      'other names',
      'kubectl --context $CONTEXT -n <ns> logs <pod-name> -c $CONTAINER_NAME',
      'kubectl --context prod-eu -n shop logs api-7d9f8b6c5-x2x8k -c api',
    ],
    [
      'polite names',
      'kubectl -n <your-namespace> describe deployment/<deployment-name>',
      'kubectl -n shop describe deployment/api',
    ],
    [
      'names with spaces',
      'kubectl -n <namespace> logs <pod name>',
      'kubectl -n shop logs api-7d9f8b6c5-x2x8k',
    ],
    [
      'labels of an alert',
      'kubectl -n {{ $labels.namespace }} get pods',
      'kubectl -n shop get pods',
    ],
    [
      'parts of words',
      'kubectl -n shop rollout undo deployment/$DEPLOYMENT',
      'kubectl -n shop rollout undo deployment/api',
    ],
    [
      'an instance that is a node',
      'kubectl drain <instance>',
      'kubectl drain node-3',
    ],
    [
      'a name of what stands before it',
      'kubectl -n $NAMESPACE describe deployment $NAME && kubectl get pod/<name>',
      'kubectl -n shop describe deployment api && kubectl get pod/api-7d9f8b6c5-x2x8k',
    ],
    [
      'what is handed on under its own name',
      'make restart NAMESPACE=$NAMESPACE POD="${POD}"',
      'make restart NAMESPACE=shop POD="api-7d9f8b6c5-x2x8k"',
    ],
    [
      'names within $(…)',
      'kubectl logs "$(kubectl -n $NAMESPACE get pods -o name)"',
      'kubectl logs "$(kubectl -n shop get pods -o name)"',
    ],
    [
      'names for people in single quotes',
      'jq \'.items[] | select(.name=="<pod>")\'',
      'jq \'.items[] | select(.name=="api-7d9f8b6c5-x2x8k")\'',
    ],
  ])('fills in %s', (_name, text, filled) => {
    expect(fillCommand(text, PARAMS)).toMatchObject({
      text: filled,
      missing: [],
      refused: [],
    });
  });

  it.each([
    ['names that nobody knows', 'echo $HOMEDIR <something> {{other}}'],
    ['names of what nobody knows', 'kubectl get $NAME -l a=$NAME; echo $NAME'],
    ['a name that the text assigns', 'NAME=x; kubectl get pod $NAME'],
    ['variables of the shell', 'cd $HOME && echo $HOSTNAME $PATH'],
    ['what the shell says', 'echo $1 $? $@ $# $$ $! $(date)'],
    ['single quotes, where the shell would not either', "awk '{print $NODE}'"],
    ['escaped dollars', 'echo \\$NAMESPACE'],
    [
      'what the text assigns',
      'NAMESPACE=$(kubectl config view); kubectl -n $NAMESPACE get pods',
    ],
    ['what the text exports', 'export POD=x\nkubectl logs $POD'],
    [
      'what a loop sets',
      'for POD in $(kubectl get pods -o name); do kubectl logs $POD; done',
    ],
    [
      'what is read',
      'kubectl get pods -o name | while read -r POD; do kubectl logs "$POD"; done',
    ],
    ['what is read within a time', 'read -t5 -rp "Pod? " POD; echo $POD'],
    ['what is set where it is not yet', ': "${POD:=api-0}"; echo $POD'],
    ['what a loop over arguments sets', 'for POD; do echo $POD; done'],
    ['what is counted', '(( BUILD += 1 )); echo $BUILD'],
    ['what is unset', 'unset POD; echo $POD'],
    ['longer names', 'echo $NAMESPACES_OF_SHOP'],
    ['here-documents that are named so', 'cat <<POD\ntext\nPOD'],
    ['files that are read', 'psql < pod > out'],
    ['quoted here-documents', "cat <<'EOF'\n$NAMESPACE\nEOF"],
    ['templates of Go', "kubectl get pods -o go-template='{{.namespace}}'"],
    ['elements', 'curl -d "<job>x</job>" https://ci.example'],
    ['expansions with a rule', 'echo ${NAMESPACE:-default} ${#POD} ${POD%-*}'],
  ])('leaves alone %s', (_name, text) => {
    expect(fillCommand(text, PARAMS)).toEqual({
      parts: [{ text, filled: false }],
      text,
      missing: [],
      refused: [],
    });
  });

  it('says which pieces were filled in', () => {
    expect(
      fillCommand('kubectl -n $NAMESPACE logs <pod>', { ns: 'shop' }),
    ).toEqual({
      parts: [
        { text: 'kubectl -n ', filled: false },
        { text: 'shop', param: 'namespace', filled: true },
        { text: ' logs ', filled: false },
        { text: '<pod>', param: 'pod', filled: false },
      ],
      text: 'kubectl -n shop logs <pod>',
      missing: ['pod'],
      refused: [],
    });
  });

  it('takes a value of the very name before that of another name for it', () => {
    const { text } = fillCommand(
      'kubectl --context $CONTEXT config view; echo $CLUSTER',
      {
        context: 'admin@prod-eu',
        cluster: 'prod-eu',
      },
    );
    expect(text).toBe(
      'kubectl --context admin@prod-eu config view; echo prod-eu',
    );
  });

  it('takes labels of what an alert is about before those of its exporter', () => {
    const { text } = fillCommand('kubectl -n $NAMESPACE describe job $JOB', {
      namespace: 'monitoring',
      exported_namespace: 'shop',
      job: 'kube-state-metrics',
      job_name: 'nightly',
    });
    expect(text).toBe('kubectl -n shop describe job nightly');
  });

  it('knows names that the runbook declares or that have a value', () => {
    expect(paramsAskedFor('rabbitmqctl purge_queue <tenant>')).toEqual([]);
    expect(
      paramsAskedFor('rabbitmqctl purge_queue <tenant>', {
        declared: ['tenant'],
      }),
    ).toEqual(['tenant']);
    expect(fillCommand('echo <tenant>', { tenant: 'blue' }).text).toBe(
      'echo blue',
    );
    expect(fillCommand('echo pod $NAME', { name: 'blue', pod: 'a' }).text).toBe(
      'echo pod blue',
    );
  });

  it.each([
    ['a word', 'echo $POD', "a b'c", "echo 'a b'\\''c'"],
    ['double quotes', 'echo "is $POD"', 'a"b', 'echo "is "\'a"b\'""'],
    ['single quotes', "echo 'is <pod>'", "a'b", "echo 'is a'\\''b'"],
    ['an empty word', 'echo $POD', 'ä', "echo 'ä'"],
  ])('quotes a value in %s', (_name, text, pod, filled) => {
    expect(fillCommand(text, { pod }).text).toBe(filled);
  });

  it.each([
    ['a flag', 'kubectl delete pod $POD', '--all'],
    ['a flag in quotes', 'kubectl delete pod "$POD"', '-A'],
    ['a command', '$SERVICE status', 'reboot', 'service'],
    ['a command behind sudo', 'sudo $SERVICE --now', 'reboot', 'service'],
    [
      'a command in a loop',
      'while $SERVICE; do sleep 1; done',
      'reboot',
      'service',
    ],
    [
      'a command in a case',
      'case x in x) $SERVICE;; esac',
      'reboot',
      'service',
    ],
    ['a command behind an assignment', 'A=b $SERVICE', 'reboot', 'service'],
    ['a command behind a separator', 'ls; <service>', 'reboot', 'service'],
    ['another directory', 'rm -rf /data/$POD', '..'],
    ['a key that is pressed', 'echo $POD', 'a\u0003rm -rf ~\n'],
    ['a line', 'echo $POD', 'a\nb'],
    ['a text that is written backwards', 'echo $POD', 'a\u202Eb'],
    [
      'a program for another shell',
      'ssh node "systemctl restart $SERVICE"',
      'x; reboot',
      'service',
    ],
    [
      'a program for a shell in a pod',
      "kubectl exec api -- sh -c 'ls <pod>'",
      '$(reboot)',
    ],
    [
      'SQL',
      'psql -c "delete from jobs where name = \'<job>\'"',
      "x' or true --",
      'job',
    ],
    ['a program for awk', "awk '/<pod>/'", '/{system("reboot")}/'],
    ['a here-document', 'cat <<EOF\n$POD\nEOF', '$(reboot)'],
    ['arithmetic', 'echo $(( $BUILD + 1 ))', 'a[$(reboot)]', 'build'],
    ['backticks', 'echo `echo $POD`', '$(reboot)'],
    [
      'a text after a comment that not every shell knows',
      "# don't\nfor x in a; do echo <pod>; done",
      '$(reboot)',
    ],
    [
      'a text after the pattern of a case',
      'echo "$(case x in x) echo $POD;; esac)"',
      '$(reboot)',
    ],
    ['a here-document without a name', 'cat <<!\nof <pod>\n!', '$(reboot)'],
    ['a text within an expansion', "echo ${A:-'}'} '<pod>' \"'\"", '$(reboot)'],
    ['an element', 'a[$POD]=1', '$(reboot)'],
    ['a number', '[[ $BUILD -eq 1 ]]', 'a[$(reboot)]', 'build'],
    ['a number that is let', 'let x=$BUILD', 'a[$(reboot)]', 'build'],
    ['a recipe', 'make restart POD=$POD', '$(reboot)'],
    ['a program of a version', 'python3.12 -c \'print("<pod>")\'', '"+x+"'],
    [
      'more than a text in JSON',
      'kubectl patch pod api -p \'{"metadata":{"name":"<pod>"}}\'',
      'a","labels":{"b":"c',
    ],
    [
      'more than a text in a path',
      'kubectl get pods -o jsonpath="{.items[?(@.metadata.name==\\"$POD\\")]}"',
      'a"||"a"=="a',
    ],
    ['letters that cannot be seen', 'echo $POD', 'a\u3164b'],
    ['tags that cannot be seen', 'echo $POD', 'a\u{E0041}b'],
    ['a quote that never closes', 'echo "$POD', '"; reboot; "'],
  ])(
    'does not fill in what would be %s',
    (_name, text, value, param = 'pod') => {
      const filled = fillCommand(text, { [param]: value });
      expect(filled.text).toBe(text);
      expect(filled.missing).toEqual([param]);
      expect(filled.refused).toMatchObject([{ param, value }]);
    },
  );

  it('fills harmless values in there all the same', () => {
    expect(
      fillCommand("kubectl exec $POD -- sh -c 'ls /data/<namespace>'", PARAMS)
        .text,
    ).toBe("kubectl exec api-7d9f8b6c5-x2x8k -- sh -c 'ls /data/shop'");
  });

  it('has parts that make up the text, whatever it is', () => {
    for (const text of [
      '',
      '$',
      '"',
      "'",
      '$(',
      '`',
      '<<',
      '<<EOF',
      '{{',
      '${',
      '\\',
      '$(( (',
      '<pod',
      "$'\\",
      'cat <<A <<B\n$POD',
    ]) {
      const { parts, text: filled } = fillCommand(text, PARAMS);
      expect(parts.map(part => part.text).join('')).toBe(filled);
    }
  });
});
