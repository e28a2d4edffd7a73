import type { JsonObject } from '@backstage/types';
import { ControlPlane } from '@callboard/control-plane';
import { eventually } from '../../plugins/callboard-backend-module-kubernetes/src/__testUtils__/eventually';
import { serviceAccount } from '../../plugins/callboard-backend-module-kubernetes/src/__testUtils__/serviceAccount';
import { serviceName } from '../services';

export const PODS_PER_SERVICE_COUNT = 5;
export const NAMESPACES_COUNT = 5;

const PODS_PER_NODE_COUNT = 100;
const READY_MAX_MS = 600_000;
const APPLIED_AT_ONCE_COUNT = 200;

const READ_NODES = {
  role: 'read-nodes',
  rules: [
    {
      apiGroups: [''],
      resources: ['nodes'],
      verbs: ['get', 'list', 'watch'],
    },
  ],
};

/** The namespace of a service, counted from 0. */
export function namespaceOf(service: number): string {
  return `shop-${service % NAMESPACES_COUNT}`;
}

/** Tells, and loudly, that there is no control plane to measure with. */
export function isControlPlaneMissing(): boolean {
  if (ControlPlane.isAvailable) return false;
  process.stdout.write(
    'SKIPPED: KUBEBUILDER_ASSETS is not set, and this is measured on a real control plane; see packages/control-plane\n',
  );
  return true;
}

/** A real control plane with a Deployment of five pods for each service. */
export class Estate {
  readonly plane: ControlPlane;
  /** Of an account that may read what the ClusterRole `view` allows, and nodes. */
  readonly token: string;
  #services = 0;

  /** Takes its time: a hundred pods are ready after two seconds or so. */
  static async up(options: {
    readonly services: number;
    /** What it may grow to. */
    readonly maxServices?: number;
  }): Promise<Estate> {
    const { services, maxServices = services } = options;
    const plane = await ControlPlane.up({
      nodes: Math.ceil(
        (maxServices * PODS_PER_SERVICE_COUNT) / PODS_PER_NODE_COUNT,
      ),
    });
    try {
      const token = await serviceAccount(
        plane,
        'bench',
        { role: 'view' },
        READ_NODES,
      );
      const estate = new Estate(plane, token);
      await plane.applyObjects(
        Array.from({ length: NAMESPACES_COUNT }, (_, index) => ({
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: namespaceOf(index) },
        })),
      );
      await estate.growTo(services);
      return estate;
    } catch (error) {
      await plane.down();
      throw error;
    }
  }

  private constructor(plane: ControlPlane, token: string) {
    this.plane = plane;
    this.token = token;
  }

  get services(): number {
    return this.#services;
  }

  get pods(): number {
    return this.#services * PODS_PER_SERVICE_COUNT;
  }

  /** Resolves when all pods of so many services are ready. */
  async growTo(services: number): Promise<void> {
    while (this.#services < services) {
      const end = Math.min(services, this.#services + APPLIED_AT_ONCE_COUNT);
      const added = Array.from(
        { length: end - this.#services },
        (_, index) => this.#services + index,
      );
      await this.plane.applyObjects(added.map(deployment));
      this.#services = end;
    }
    await eventually(
      `${this.pods} pods are ready`,
      async () => (await this.#readyPods()) === this.pods,
      { withinMs: READY_MAX_MS },
    );
  }

  /** The stock config of this cluster, for either plugin. */
  config(options: {
    readonly url?: string;
    readonly names?: readonly string[];
    readonly urlOf?: (name: string) => string;
  }): JsonObject {
    const { url = this.plane.url, names = ['main'], urlOf } = options;
    return {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: names.map(name => ({
            name,
            url: urlOf?.(name) ?? url,
            authProvider: 'serviceAccount',
            caFile: this.plane.caFile,
            serviceAccountToken: this.token,
            // The control plane has no metrics server.
            skipMetricsLookup: true,
          })),
        },
      ],
    };
  }

  /** A Job of a service, of which nobody but us says how it is. */
  async addJob(service: number): Promise<void> {
    await this.plane.admin.create(
      `/apis/batch/v1/namespaces/${namespaceOf(service)}/jobs`,
      job(service),
    );
  }

  /** Fails the Job of a service; resolves to when the apiserver acknowledged it. */
  async failJob(service: number): Promise<number> {
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    const condition = {
      status: 'True',
      reason: 'BackoffLimitExceeded',
      message: 'Job has reached the specified backoff limit',
      lastProbeTime: at,
      lastTransitionTime: at,
    };
    await this.plane.admin.patch({
      path: `/apis/batch/v1/namespaces/${namespaceOf(
        service,
      )}/jobs/${serviceName(service)}-migrate/status`,
      body: {
        status: {
          startTime: at,
          failed: 1,
          conditions: [
            { type: 'FailureTarget', ...condition },
            { type: 'Failed', ...condition },
          ],
        },
      },
    });
    return Date.now();
  }

  /** Puts a pod of a service into a crash loop; resolves to when the apiserver acknowledged it. */
  async crashPod(service: number): Promise<number> {
    const names = await this.plane.kubectl([
      'get',
      'pods',
      `--namespace=${namespaceOf(service)}`,
      `--selector=app=${serviceName(service)}`,
      '--output=jsonpath={.items[0].metadata.name}',
    ]);
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    const notReady = {
      status: 'False',
      reason: 'ContainersNotReady',
      message: 'containers with unready status: [app]',
      lastTransitionTime: at,
    };
    await this.plane.admin.patch({
      path: `/api/v1/namespaces/${namespaceOf(service)}/pods/${names}/status`,
      type: 'strategic',
      body: {
        status: {
          conditions: [
            { type: 'Ready', ...notReady },
            { type: 'ContainersReady', ...notReady },
          ],
          containerStatuses: [
            {
              name: 'app',
              image: imageOf(service),
              imageID: '',
              ready: false,
              started: false,
              restartCount: 3,
              state: {
                waiting: {
                  reason: 'CrashLoopBackOff',
                  message: 'back-off 40s restarting failed container',
                },
              },
              lastState: {
                terminated: {
                  exitCode: 1,
                  reason: 'Error',
                  startedAt: at,
                  finishedAt: at,
                },
              },
            },
          ],
        },
      },
    });
    return Date.now();
  }

  async down(): Promise<void> {
    await this.plane.down();
  }

  async #readyPods(): Promise<number> {
    const ready = await this.plane.kubectl([
      'get',
      'deployments',
      '--all-namespaces',
      '--output=jsonpath={.items[*].status.readyReplicas}',
    ]);
    return ready
      .split(' ')
      .map(Number)
      .reduce((sum, count) => sum + count, 0);
  }
}

function imageOf(service: number): string {
  return `registry.example.test/shop/${serviceName(service)}:1.4.2`;
}

function labelsOf(service: number): JsonObject {
  return { 'backstage.io/kubernetes-id': serviceName(service) };
}

function deployment(service: number): JsonObject {
  const app = { app: serviceName(service) };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: serviceName(service),
      namespace: namespaceOf(service),
      labels: labelsOf(service),
    },
    spec: {
      replicas: PODS_PER_SERVICE_COUNT,
      selector: { matchLabels: app },
      template: {
        metadata: { labels: { ...labelsOf(service), ...app } },
        spec: {
          containers: [
            {
              name: 'app',
              image: imageOf(service),
              ports: [{ name: 'http', containerPort: 8080 }],
              env: [{ name: 'LOG_LEVEL', value: 'info' }],
              resources: {
                requests: { cpu: '100m', memory: '64Mi' },
                limits: { memory: '128Mi' },
              },
            },
          ],
        },
      },
    },
  };
}

function job(service: number): JsonObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: `${serviceName(service)}-migrate`,
      namespace: namespaceOf(service),
      labels: labelsOf(service),
    },
    spec: {
      managedBy: 'bench.example.test/controller',
      template: {
        metadata: { labels: { app: 'migrate' } },
        spec: {
          restartPolicy: 'Never',
          containers: [{ name: 'migrate', image: imageOf(service) }],
        },
      },
    },
  };
}
