import { aPod, aWorkload } from '../../__testUtils__/kubernetesBuilders';
import { workloadCommands } from './workloadCommands';

const WHERE = { context: 'prod-eu', selector: 'app=checkout' };

function written(...asked: Parameters<typeof workloadCommands>) {
  return workloadCommands(...asked).map(({ parts }) =>
    parts.map(({ text }) => text).join(''),
  );
}

describe('workloadCommands', () => {
  it('looks at the object, its log, its pods and its events', () => {
    expect(written(aWorkload(), WHERE)).toEqual([
      'kubectl --context prod-eu -n shop describe deployment/checkout-api',
      'kubectl --context prod-eu -n shop logs deployment/checkout-api --all-containers --tail 100',
      'kubectl --context prod-eu -n shop get pods -o wide -l app=checkout',
      'kubectl --context prod-eu -n shop events --for deployment/checkout-api',
    ]);
  });

  it('reads what the last container of a pod that restarts said', () => {
    const workload = aWorkload({
      pods: [
        aPod({ name: 'web-0', status: 'warning', restarts: 0 }),
        aPod({ name: 'web-1', status: 'warning', restarts: 7 }),
      ],
    });
    expect(written(workload, WHERE)).toContain(
      'kubectl --context prod-eu -n shop logs web-1 --all-containers --previous',
    );
  });

  it('names a custom resource by its group, as other groups have such kinds too', () => {
    const workload = aWorkload({
      kind: 'Service',
      resource: 'services.serving.knative.dev',
      name: 'web',
    });
    expect(written(workload, WHERE)).toContain(
      'kubectl --context prod-eu -n shop describe services.serving.knative.dev/web',
    );
  });

  it.each([
    ['of a kind that has none', aWorkload({ kind: 'CronJob' })],
    ['of what rests', aWorkload({ off: true, pods: [] })],
  ])('reads no log %s', (_name, workload) => {
    expect(
      workloadCommands(workload, WHERE).map(({ purpose }) => purpose),
    ).toEqual(['describe', 'pods', 'events']);
  });

  it.each([
    ['a context', aWorkload(), { context: '--kubeconfig=/tmp/x' }],
    ['a namespace', aWorkload({ namespace: '-A' }), {}],
    ['a name', aWorkload({ name: 'a\nb' }), {}],
    ['nothing for a name', aWorkload({ name: '' }), {}],
    ['the kind of an owner', aWorkload({ kind: 'x; rm -rf ~ #' }), {}],
  ])(
    'gives none where %s could be an option or a command',
    (_name, workload, over) => {
      expect(workloadCommands(workload, { ...WHERE, ...over })).toEqual([]);
    },
  );

  it('quotes what a shell would read', () => {
    expect(
      written(aWorkload(), { context: 'eu; rm -rf ~', selector: 'app in (a)' }),
    ).toContain(
      `kubectl --context 'eu; rm -rf ~' -n shop get pods -o wide -l 'app in (a)'`,
    );
  });
});
