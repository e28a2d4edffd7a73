import { z } from 'zod';
import { aspectSchema } from './aspect';
import { instantSchema } from './finding';
import {
  aspectStatusSchema,
  changeSchema,
  observationSchema,
} from './observation';
import {
  findingStatusSchema,
  impactSchema,
  overallStatusSchema,
} from './status';

/** A row of the board. @public */
export const serviceStatusSchema = z.object({
  entityRef: z.string(),
  name: z.string(),
  title: z.string().optional(),
  /** Entity ref of the owner, where the catalog knows one. */
  owner: z.string().optional(),
  /** Entity ref of the system, where the catalog knows one. */
  system: z.string().optional(),
  lifecycle: z.string().optional(),
  tags: z.array(z.string()),
  status: overallStatusSchema,
  since: instantSchema,
  atLeast: z.boolean().optional(),
  /** Start of not being ok; earlier than `since` where a warning became failing. */
  badSince: instantSchema.optional(),
  /** Some health aspect is older than its source promises. */
  stale: z.boolean(),
  /** The sentence of the worst finding. */
  why: z.string().optional(),
  /** Source of the worst finding: `jenkins/main`. */
  whySource: z.string().optional(),
  impact: impactSchema.optional(),
  /** The last change before the status began. */
  lastChange: changeSchema.optional(),
  aspects: z.partialRecord(aspectSchema, aspectStatusSchema),
});

/** A row of the board. @public */
export type ServiceStatus = z.infer<typeof serviceStatusSchema>;

/** Services by status. @public */
export const countsSchema = z.object({
  failing: z.number(),
  warning: z.number(),
  unknown: z.number(),
  ok: z.number(),
  none: z.number(),
});

/** Services by status. @public */
export type Counts = z.infer<typeof countsSchema>;

/** A page of the board. @public */
export const servicePageSchema = z.object({
  items: z.array(serviceStatusSchema),
  nextCursor: z.string().optional(),
  /** Services that match every filter. */
  total: z.number(),
  /** Services that match every filter but `status`. */
  counts: countsSchema,
  /** Grows with every change of what is stored; the ETag in other words. */
  revision: z.number(),
  /** The server's clock when it answered. */
  asOf: instantSchema,
});

/** A page of the board. @public */
export type ServicePage = z.infer<typeof servicePageSchema>;

/** A service with every observation. @public */
export const serviceDetailSchema = serviceStatusSchema.extend({
  observations: z.array(observationSchema),
  /** Aspects that the entity waives by `callboard.io/not-applicable`. */
  notApplicable: z.array(aspectSchema),
  revision: z.number(),
  asOf: instantSchema,
});

/** A service with every observation. @public */
export type ServiceDetail = z.infer<typeof serviceDetailSchema>;

/** A value that services can be grouped by, and how those services are. @public */
export const facetSchema = z.object({
  value: z.string(),
  /** Services by their own status. */
  counts: countsSchema,
  /**
   * Of findings (`by=code`): the worst status that the finding itself has in any of the services.
   * A service that fails may have it as a mere note.
   */
  worst: findingStatusSchema.optional(),
});

/** A value that services can be grouped by, and how those services are. @public */
export type Facet = z.infer<typeof facetSchema>;

/** What services can be grouped by. @public */
export const FACETS = [
  'owner',
  'system',
  'source',
  'code',
  'lifecycle',
  'tag',
] as const;

/** What services can be grouped by. @public */
export type FacetName = (typeof FACETS)[number];

/** A finding that a service had. @public */
export const pastFindingSchema = z.object({
  entityRef: z.string(),
  aspect: aspectSchema,
  code: z.string(),
  /** When it was last there. */
  lastAt: instantSchema,
});

/** A finding that a service had. @public */
export type PastFinding = z.infer<typeof pastFindingSchema>;

/** An entry of a service's timeline. @public */
export const timelineEntrySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('transition'),
    at: instantSchema,
    /** Absent for the service as a whole. */
    aspect: aspectSchema.optional(),
    from: overallStatusSchema,
    /** Start of the status before, as far as it was known; earlier nobody looked. */
    fromSince: instantSchema.optional(),
    to: overallStatusSchema,
    message: z.string().optional(),
    /** This entry stands for all changes since `flappingSince`. */
    flappingSince: instantSchema.optional(),
  }),
  z
    .object({ type: z.literal('change'), source: z.string() })
    .extend(changeSchema.shape),
]);

/** An entry of a service's timeline. @public */
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
