import { z } from 'zod';

/**
 * Every status of an observation, an aspect or a service, worst first.
 *
 * `unknown` is a status of its own: nothing that was not observed is ever `ok`.
 * @public
 */
export const STATUSES = ['failing', 'warning', 'unknown', 'ok'] as const;

/** The status of an observation or of an aspect. @public */
export type Status = (typeof STATUSES)[number];

/** The status of a service: `none` where nothing is connected to it. @public */
export type OverallStatus = Status | 'none';

/** Every {@link OverallStatus}, worst first, `none` last. @public */
export const OVERALL_STATUSES = [...STATUSES, 'none'] as const;

/** Every {@link FindingStatus}, worst first. @public */
export const FINDING_STATUSES = [
  'failing',
  'warning',
  'unknown',
  'note',
] as const;

/**
 * The status of a finding. A `note` is worth reading and changes no status.
 * @public
 */
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** Who feels it: users of the running service, or only those who deliver it. @public */
export type Impact = 'live' | 'delivery';

/** Why something is `unknown`. These are also the codes of such findings. @public */
export const UNKNOWN_REASONS = [
  'not-found',
  'forbidden',
  'unreachable',
  'no-data',
  'ambiguous',
  'not-configured',
  'never-observed',
] as const;

/** Why something is `unknown`. @public */
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** @public */
export const statusSchema = z.enum(STATUSES);

/** @public */
export const overallStatusSchema = z.enum(OVERALL_STATUSES);

/** @public */
export const findingStatusSchema = z.enum(FINDING_STATUSES);

/** @public */
export const impactSchema = z.enum(['live', 'delivery']);

/** @public */
export const unknownReasonSchema = z.enum(UNKNOWN_REASONS);
