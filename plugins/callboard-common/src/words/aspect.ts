import { z } from 'zod';

/** Aspects that make a service's overall status. @public */
export const HEALTH_ASPECTS = [
  'pipelines',
  'kubernetes',
  'alerts',
  'logs',
  'infrastructure',
  'automation',
  'cloud',
] as const;

/** Aspects with a cell of their own, outside the overall status. @public */
export const READINESS_ASPECTS = ['ownership', 'runbooks', 'security'] as const;

/** Every aspect, in the order in which the board shows them. @public */
export const ASPECTS = [
  'pipelines',
  'kubernetes',
  'alerts',
  'logs',
  'infrastructure',
  'automation',
  'cloud',
  'ownership',
  'runbooks',
  'security',
] as const;

/** One side of a service. @public */
export type Aspect = (typeof ASPECTS)[number];

/** @public */
export const aspectSchema = z.enum(ASPECTS);

/** Whether an aspect counts towards the overall status. @public */
export function isHealthAspect(aspect: Aspect): boolean {
  return (HEALTH_ASPECTS as readonly string[]).includes(aspect);
}
