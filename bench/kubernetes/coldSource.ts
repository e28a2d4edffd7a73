import { ConfigReader } from '@backstage/config';
import type {
  Round,
  StatusSource,
  Subject,
} from '@callboard/plugin-callboard-node';
import { KubernetesProvider } from '../../plugins/callboard-backend-module-kubernetes/src/KubernetesProvider';
import { serviceName } from '../services';

/** A cluster that is watched from nothing. */
export interface ColdSource {
  readonly source: StatusSource;
  /** Resolves when everything is known, with a verdict for each service. */
  firstRound(): Promise<Round>;
  stop(): Promise<void>;
}

/** A source that knows nothing yet, and what so many services name in it. */
export function coldSource(options: {
  readonly url: string;
  readonly services: number;
}): ColdSource {
  const provider = KubernetesProvider.fromConfig(
    new ConfigReader({
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'main',
                url: options.url,
                authProvider: 'serviceAccount',
                serviceAccountToken: 'token-of-the-bench',
              },
            ],
          },
        ],
      },
    }),
  );
  const subjects = Array.from(
    { length: options.services },
    (_, index): Subject => {
      const name = serviceName(index);
      const [subject] = provider.resolve({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name,
          annotations: { 'backstage.io/kubernetes-id': name },
        },
      }).subjects;
      return {
        ...subject,
        id: String(index),
        entityRef: `component:default/${name}`,
      };
    },
  );
  const [source] = provider.sources;
  const controller = new AbortController();
  const { signal } = controller;
  let watching: Promise<void> | undefined;
  return {
    source,
    firstRound() {
      watching = source.watch?.({ signal, onChange: () => {} });
      return source.observe({
        subjects,
        signal,
        stored: async () => new Map(),
      });
    },
    async stop() {
      controller.abort();
      await watching;
    },
  };
}
