import { z } from 'zod';
import type { JenkinsFault } from '../jenkins';
import { JOB_INCIDENTS } from '../simulation/incidents';

const jobIncidentSchema = z.strictObject({
  kind: z.enum(JOB_INCIDENTS),
  service: z.string().optional(),
  job: z.string().optional(),
  branch: z.string().optional(),
  minutes: z.number().min(0).optional(),
  times: z.number().int().min(1).max(20).optional(),
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
  ]),
  source: z.string(),
  delayMs: z.number().min(0).optional(),
  status: z.number().int().min(400).max(599).optional(),
  retryAfterSeconds: z.number().int().min(0).optional(),
});

/** Body of `POST /control/incidents`. */
export const incidentSchema = z.union([
  jobIncidentSchema,
  sourceIncidentSchema,
]);

export type SourceIncident = z.infer<typeof sourceIncidentSchema>;

const DEFAULT_DELAY_MS = 8_000;
const DEFAULT_ERROR_STATUS = 503;

/** How the source then misbehaves. */
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
