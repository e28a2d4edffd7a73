import { z } from 'zod';
import {
  doctorEntrySchema,
  facetSchema,
  instantSchema,
  pastFindingSchema,
  serviceStatusSchema,
  sourceHealthSchema,
  timelineEntrySchema,
} from '../words';

const asOfSchema = z.object({
  /** Grows with every change of what is stored. */
  revision: z.number(),
  /** The server's clock when it answered. */
  asOf: instantSchema,
});

/** Answer of `POST /services/by-refs`: in the order asked, `null` where there is none to see. @public */
export const servicesByRefsSchema = z.object({
  items: z.array(serviceStatusSchema.nullable()),
});

/** Services in the order asked. @public */
export type ServicesByRefs = z.infer<typeof servicesByRefsSchema>;

/** Answer of `GET /services/facets`. @public */
export const facetListSchema = asOfSchema.extend({
  items: z.array(facetSchema),
});

/** The values that services can be grouped by. @public */
export type FacetList = z.infer<typeof facetListSchema>;

/** Answer of `GET /services/:kind/:namespace/:name/timeline`: newest first. @public */
export const timelineSchema = asOfSchema.extend({
  items: z.array(timelineEntrySchema),
});

/** What happened to a service, newest first. @public */
export type Timeline = z.infer<typeof timelineSchema>;

/** Answer of `GET /findings`. @public */
export const findingHistorySchema = asOfSchema.extend({
  items: z.array(pastFindingSchema),
  nextCursor: z.string().optional(),
});

/** Which findings services had, each code of a service once. @public */
export type FindingHistory = z.infer<typeof findingHistorySchema>;

/** Answer of `GET /sources`. @public */
export const sourceListSchema = asOfSchema.extend({
  items: z.array(sourceHealthSchema),
});

/** How the external systems are. @public */
export type SourceList = z.infer<typeof sourceListSchema>;

/** Answer of `GET /sources/:type/:name`. @public */
export const sourceDetailSchema = asOfSchema
  .extend(sourceHealthSchema.shape)
  .extend({
    /** The source's own facts, e.g. a cluster's nodes; absent where its module tells none. */
    detail: z.record(z.string(), z.unknown()).optional(),
  });

/** One external system with its own facts. @public */
export type SourceDetail = z.infer<typeof sourceDetailSchema>;

/** Answer of `GET /doctor`. @public */
export const doctorPageSchema = asOfSchema.extend({
  items: z.array(doctorEntrySchema),
  /** Entities that name something their source does not have. */
  total: z.number(),
  /** Entities that were looked at. */
  checked: z.number(),
  nextCursor: z.string().optional(),
});

/** A page of the annotation doctor. @public */
export type DoctorPage = z.infer<typeof doctorPageSchema>;
