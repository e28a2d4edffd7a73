import { kubectlFor } from './kubectlFor';
import { judge, snapshotOf, workloadOf } from './testJudging';
import { badPod, deployment, ended, MIN, waiting } from './testObjects';

const params = {
  source: 'kubernetes/prod-eu',
  cluster: 'prod-eu',
  context: 'prod-eu',
  namespace: 'shop',
  kind: 'Deployment',
  workload: 'shop-api',
};

const inPod = { ...params, pod: 'shop-api-7d9f-x2x8k', container: 'api' };

describe('kubectlFor', () => {
  it.each([
    [
      'crash-loop',
      inPod,
      'kubectl --context prod-eu -n shop logs shop-api-7d9f-x2x8k -c api --previous',
    ],
    [
      'below-minimum',
      params,
      'kubectl --context prod-eu -n shop describe deployment shop-api',
    ],
    [
      'custom-degraded',
      {
        ...params,
        kind: 'Rollout',
        workload: 'web',
        customResource: 'rollouts.argoproj.io',
      },
      'kubectl --context prod-eu -n shop describe rollouts.argoproj.io web',
    ],
    [
      'rollout-failed',
      params,
      'kubectl --context prod-eu -n shop rollout status deployment/shop-api --watch=false',
    ],
    [
      'image-pull',
      inPod,
      'kubectl --context prod-eu -n shop describe pod shop-api-7d9f-x2x8k',
    ],
    [
      'quorum-risk',
      { ...params, kind: 'StatefulSet', workload: 'web' },
      'kubectl --context prod-eu -n shop describe statefulset web',
    ],
    [
      'job-failed',
      { ...params, job: 'migrate', pod: 'migrate-x' },
      'kubectl --context prod-eu -n shop logs migrate-x --all-containers',
    ],
    [
      'cron-failed',
      { ...params, job: 'backup-1' },
      'kubectl --context prod-eu -n shop describe job backup-1',
    ],
    [
      'hpa-maxed',
      { ...params, autoscaler: 'shop' },
      'kubectl --context prod-eu -n shop describe horizontalpodautoscaler shop',
    ],
    [
      'volume-pending',
      { ...params, claim: 'data-0' },
      'kubectl --context prod-eu -n shop describe persistentvolumeclaim data-0',
    ],
    [
      'node-not-ready',
      { ...params, node: 'n7' },
      'kubectl --context prod-eu describe node n7',
    ],
    [
      'not-found',
      { context: 'prod-eu', selector: 'app=shop,tier in (a, b)' },
      "kubectl --context prod-eu get deployments,statefulsets,daemonsets,cronjobs,pods --all-namespaces -l 'app=shop,tier in (a, b)' --show-labels",
    ],
    ['build-failed', { job: 'shop/main' }, undefined],
    ['toString', params, undefined],
    ['below-minimum', {}, undefined],
    ['volume-pending', params, undefined],
  ])('%s', (code, named, command) => {
    expect(kubectlFor({ code, params: named })).toBe(command);
  });

  it.each([
    ["'; rm -rf / #", `''\\''; rm -rf / #'`],
    ['$(reboot)', "'$(reboot)'"],
    ['`id`', "'`id`'"],
    ['a b', "'a b'"],
    ['a\nb', "'a\nb'"],
    ['', "''"],
    ['arn:aws:eks:eu-west-1:1:cluster/x', 'arn:aws:eks:eu-west-1:1:cluster/x'],
    ['admin@prod', 'admin@prod'],
    ['größe', "'größe'"],
  ])('quotes %j', (context, word) => {
    expect(
      kubectlFor({ code: 'below-minimum', params: { ...params, context } }),
    ).toBe(`kubectl --context ${word} -n shop describe deployment shop-api`);
  });

  it('lets no value become a flag', () => {
    expect(
      kubectlFor({
        code: 'crash-loop',
        params: {
          context: '--kubeconfig=/x',
          namespace: '-A',
          pod: '--all',
          container: '-f',
        },
      }),
    ).toBe(
      "kubectl --context='--kubeconfig=/x' --namespace=-A logs pod/--all --container=-f --previous",
    );
    expect(
      kubectlFor({
        code: 'below-minimum',
        params: { ...params, workload: '--all', kind: '-x y' },
      }),
    ).toBe("kubectl --context prod-eu -n shop describe '-x y/--all'");
  });

  it('fits what the rules find', () => {
    const { findings } = judge(
      snapshotOf([
        workloadOf(deployment(), {
          pods: [
            badPod(MIN, {
              current: waiting('CrashLoopBackOff'),
              last: ended(2 * MIN, MIN),
            }),
          ],
        }),
      ]),
    ).verdict;
    expect(kubectlFor(findings[0])).toBe(
      'kubectl --context prod-eu -n shop logs shop-api-1 -c api --previous',
    );
  });
});
