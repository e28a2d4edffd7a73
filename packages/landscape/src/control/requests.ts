import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { JenkinsFault } from '../jenkins';
import { RESOURCES } from '../kubernetes/resources';
import type { KubernetesFault, KubernetesResourceName } from '../kubernetes';
import type { PrometheusFault } from '../prometheus';
import { JOB_INCIDENTS } from '../simulation/incidents';
import {
  NODE_INCIDENTS,
  WORKLOAD_INCIDENTS,
} from '../simulation/kubernetes/incidents';

const RESOURCE_NAMES = Object.keys(RESOURCES) as KubernetesResourceName[];

const jobIncidentSchema = z.strictObject({
  kind: z.enum(JOB_INCIDENTS),
  service: z.string().optional(),
  job: z.string().optional(),
  branch: z.string().optional(),
  minutes: z.number().min(0).optional(),
  times: z.number().int().min(1).max(20).optional(),
});

const workloadIncidentSchema = z.strictObject({
  kind: z.enum(WORKLOAD_INCIDENTS),
  cluster: z.string().optional(),
  service: z.string().optional(),
  workload: z.string().optional(),
  pods: z.number().int().min(1).optional(),
  version: z.string().optional(),
  deadlineSeconds: z.number().int().min(1).optional(),
  forMinutes: z.number().min(0).optional(),
});

const nodeIncidentSchema = z.strictObject({
  kind: z.enum(NODE_INCIDENTS),
  cluster: z.string().optional(),
  node: z.string().optional(),
});

const sourceIncidentSchema = z.strictObject({
  kind: z.enum([
    'source-down',
    'source-up',
    'source-slow',
    'source-hang',
    'source-html',
    'source-unauthorized',
    'source-half-json',
    'source-wrong-json',
    'source-error',
    'source-reset',
    'source-busy',
    'source-etcd-down',
    'source-compacted',
    'source-watches-dropped',
    'source-forbidden',
    'source-allowed',
  ]),
  source: z.string(),
  delayMs: z.number().min(0).optional(),
  status: z.number().int().min(400).max(599).optional(),
  retryAfterSeconds: z.number().int().min(0).optional(),
  /** Of `source-forbidden`. */
  resource: z.enum(RESOURCE_NAMES).optional(),
  reason: z.enum(['forbidden', 'absent']).optional(),
  verbs: z.array(z.enum(['get', 'list', 'watch'])).optional(),
  namespaces: z.array(z.string()).optional(),
});

/** Body of `POST /control/incidents`. */
export const incidentSchema = z.union([
  jobIncidentSchema,
  workloadIncidentSchema,
  nodeIncidentSchema,
  sourceIncidentSchema,
]);

export type ControlIncident = z.infer<typeof incidentSchema>;

export function isWorkloadIncident(
  incident: ControlIncident,
): incident is z.infer<typeof workloadIncidentSchema> {
  return WORKLOAD_INCIDENTS.some(kind => kind === incident.kind);
}

export function isNodeIncident(
  incident: ControlIncident,
): incident is z.infer<typeof nodeIncidentSchema> {
  return NODE_INCIDENTS.some(kind => kind === incident.kind);
}

export type SourceIncident = z.infer<typeof sourceIncidentSchema>;

const DEFAULT_DELAY_MS = 8_000;
const DEFAULT_ERROR_STATUS = 503;

const DEFAULT_RETRY_AFTER_SECONDS = 5;

/** How a cluster then misbehaves; undefined where it cannot in that way. */
export function clusterFaultOf(
  incident: SourceIncident,
): KubernetesFault | undefined {
  switch (incident.kind) {
    case 'source-down':
      return { kind: 'down' };
    case 'source-slow':
      return { kind: 'slow', delayMs: incident.delayMs ?? DEFAULT_DELAY_MS };
    case 'source-hang':
      return { kind: 'hang' };
    case 'source-reset':
      return { kind: 'reset' };
    case 'source-unauthorized':
      return { kind: 'unauthorized' };
    case 'source-half-json':
      return { kind: 'half-json' };
    case 'source-etcd-down':
      return { kind: 'no-etcd' };
    case 'source-busy':
      return {
        kind: 'too-many-requests',
        retryAfterSeconds:
          incident.retryAfterSeconds ?? DEFAULT_RETRY_AFTER_SECONDS,
      };
    case 'source-error':
      return {
        kind: 'error',
        status: incident.status ?? DEFAULT_ERROR_STATUS,
      };
    case 'source-up':
      return { kind: 'none' };
    default:
      return undefined;
  }
}

/** How a Prometheus then misbehaves; throws an InputError where it cannot in that way. */
export function prometheusFaultOf(incident: SourceIncident): PrometheusFault {
  switch (incident.kind) {
    case 'source-down':
      return { kind: 'down' };
    case 'source-unauthorized':
      return { kind: 'unauthorized' };
    case 'source-error':
      return {
        kind: 'error',
        status: incident.status ?? DEFAULT_ERROR_STATUS,
      };
    case 'source-up':
      return { kind: 'none' };
    default:
      throw new InputError(`${incident.kind} does not happen to a Prometheus`);
  }
}

/** How a controller then misbehaves. */
export function faultOf(incident: SourceIncident): JenkinsFault {
  switch (incident.kind) {
    case 'source-down':
      return { kind: 'down' };
    case 'source-slow':
      return { kind: 'slow', delayMs: incident.delayMs ?? DEFAULT_DELAY_MS };
    case 'source-hang':
      return { kind: 'hang' };
    case 'source-html':
      return { kind: 'login-page' };
    case 'source-unauthorized':
      return { kind: 'unauthorized' };
    case 'source-half-json':
      return { kind: 'half-json' };
    case 'source-wrong-json':
      return { kind: 'wrong-json' };
    case 'source-error':
      return {
        kind: 'error',
        status: incident.status ?? DEFAULT_ERROR_STATUS,
        retryAfterSeconds: incident.retryAfterSeconds,
      };
    default:
      return { kind: 'none' };
  }
}

const serviceName = z.string().regex(/^[a-zA-Z0-9]+([-_.][a-zA-Z0-9]+)*$/);
const annotations = z.record(z.string(), z.string());

/** Body of `POST /control/services`. */
export const serviceChangeSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('add'),
    name: serviceName,
    owner: z.string().optional(),
    system: z.string().optional(),
    annotations: annotations.optional(),
  }),
  z.strictObject({ action: z.literal('delete'), name: serviceName }),
  z.strictObject({
    action: z.literal('re-own'),
    name: serviceName,
    owner: z.string(),
  }),
  z.strictObject({
    action: z.literal('annotate'),
    name: serviceName,
    annotations,
  }),
]);
