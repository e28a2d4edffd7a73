/** What a test says of a Deployment that a real cluster is to run. */
export interface ManifestOptions {
  readonly namespace?: string;
  readonly replicas?: number;
  readonly image?: string;
  /** A state of the control plane's `stages.yaml`; runs and is ready where it is absent. */
  readonly state?: 'not-ready' | 'crash-loop' | 'image-pull';
  readonly maxUnavailable?: number;
  readonly progressDeadlineSeconds?: number;
  readonly paused?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A Deployment that the service of the same name finds. */
export function manifestOf(name: string, options: ManifestOptions = {}) {
  const { namespace = 'shop', replicas = 2, image = '1.0', state } = options;
  const { maxUnavailable, progressDeadlineSeconds, paused } = options;
  const labels = { 'backstage.io/kubernetes-id': name, ...options.labels };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      ...(progressDeadlineSeconds !== undefined && { progressDeadlineSeconds }),
      ...(paused && { paused }),
      ...(maxUnavailable !== undefined && {
        strategy: { rollingUpdate: { maxUnavailable, maxSurge: 1 } },
      }),
      selector: { matchLabels: { app: name } },
      template: {
        metadata: {
          labels: { ...labels, app: name },
          ...(state && { annotations: { 'callboard.test/pod-state': state } }),
        },
        spec: {
          containers: [{ name: 'app', image: `example.test/${name}:${image}` }],
        },
      },
    },
  };
}

/** Where the API has the Deployment. */
export function deploymentPath(name: string, namespace = 'shop'): string {
  return `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`;
}

/** Annotations of services that are called like their `backstage.io/kubernetes-id`. */
export function servicesCalled(
  ...names: readonly string[]
): Record<string, Record<string, string>> {
  return Object.fromEntries(
    names.map(name => [name, { 'backstage.io/kubernetes-id': name }]),
  );
}
