import type {
  Activity,
  OverallStatus,
  ServiceStatus,
} from '@callboard/plugin-callboard-common';
import {
  ASPECTS,
  isHealthAspect,
  OVERALL_STATUSES,
} from '@callboard/plugin-callboard-common';

/** What a page says first about a service. */
export interface Headline {
  /** `off` where everything that was observed rests on purpose. */
  readonly status: OverallStatus | 'off';
  readonly since: string;
  readonly atLeast: boolean;
  /** Absent where there is nothing to report. */
  readonly why?: string;
  readonly activities: readonly Activity[];
  /** Set where not being ok began before this status. */
  readonly notOkSince?: string;
}

/**
 * What a page says first about a service: how it is, since when, why, and what goes on. Activity
 * stands beside the status and never replaces it.
 */
export function headline(service: ServiceStatus): Headline {
  const health = ASPECTS.filter(isHealthAspect)
    .map(aspect => service.aspects[aspect])
    .filter(aspect => aspect !== undefined);
  const worst = [...health].sort(
    (a, b) =>
      OVERALL_STATUSES.indexOf(a.status) - OVERALL_STATUSES.indexOf(b.status),
  )[0];
  const isOff =
    service.status === 'ok' && health.length > 0 && health.every(a => a.off);
  const isBad = service.status !== 'ok' && service.status !== 'none';
  const why =
    service.why ?? (isBad || isOff ? worst?.summary || undefined : undefined);
  return {
    status: isOff ? 'off' : service.status,
    since: service.since,
    atLeast: service.atLeast ?? false,
    ...(why ? { why } : {}),
    activities: health.flatMap(({ activity }) => (activity ? [activity] : [])),
    ...(isBad &&
    service.badSince &&
    Date.parse(service.badSince) < Date.parse(service.since)
      ? { notOkSince: service.badSince }
      : {}),
  };
}

/** When the longest unheard side of a service was last seen; undefined where it never was. */
export function lastSeen(service: ServiceStatus): string | undefined {
  const stale = Object.values(service.aspects).filter(aspect => aspect.stale);
  return stale.some(({ observedAt }) => observedAt === undefined)
    ? undefined
    : stale
        .map(({ observedAt }) => observedAt)
        .sort()
        .at(0);
}
