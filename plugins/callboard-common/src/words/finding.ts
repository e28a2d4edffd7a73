import { z } from 'zod';
import { findingStatusSchema, impactSchema } from './status';

/** An instant, ISO 8601 in UTC. @public */
export const instantSchema = z.iso.datetime();

/**
 * A link to an external system. Only `http` and `https` pass: upstream values are hostile, and
 * the portal's own link component throws on `javascript:`.
 * @public
 */
export const linkSchema = z.object({
  title: z.string(),
  url: z.url({ protocol: /^https?$/ }),
});

/** A link to an external system, `http` or `https` only. @public */
export type Link = z.infer<typeof linkSchema>;

/**
 * Why something is not ok.
 *
 * `message` is one sentence. It holds no ages ("for 20 min"), because those change without any
 * change upstream; where it names a time it holds an ISO 8601 instant in UTC, which user
 * interfaces replace by the viewer's own.
 * @public
 */
export const findingSchema = z.object({
  /** Stable kebab-case name of the rule that made it: `build-failed`. */
  code: z.string(),
  status: findingStatusSchema,
  message: z.string(),
  /** What to do about it. */
  hint: z.string().optional(),
  since: instantSchema,
  /** `since` is when it was first seen; it may have begun earlier. */
  atLeast: z.boolean().optional(),
  impact: impactSchema,
  /** Names to fill into commands and runbooks: `job`, `build`, `cluster`, `namespace` … */
  params: z.record(z.string(), z.string()),
  links: z.array(linkSchema),
  /** Identity of entity, source, subject and code; the same while the finding lasts. */
  fingerprint: z.string(),
});

/** Why something is not ok. @public */
export type Finding = z.infer<typeof findingSchema>;

/**
 * A finding as a rule makes it. Callboard adds the fingerprint, and `since` (first sight) where
 * the upstream system does not know it.
 * @public
 */
export const findingDraftSchema = findingSchema
  .omit({ fingerprint: true })
  .partial({ since: true });

/** A finding as a rule makes it, before Callboard adds its identity. @public */
export type FindingDraft = z.infer<typeof findingDraftSchema>;
