import {
  Counts,
  Facet,
  OverallStatus,
  OVERALL_STATUSES,
  ServiceStatus,
} from '@callboard/plugin-callboard-common';
import { countAll, worstOf } from './counts';
import { worstGroupsFirst } from './groupOrder';

/** A system on the wall. */
export interface WallTile {
  /** Entity ref; empty for the services that belong to no system. */
  readonly system: string;
  readonly status: OverallStatus;
  readonly counts: Counts;
  /** Its worst service, where it is among the worst of all. */
  readonly worst: ServiceStatus | undefined;
  /** Everything that fails there is delivery: no customer feels it. */
  readonly deliveryOnly: boolean;
}

/** What the systems leave over: services that belong to none. */
function rest(all: Counts, systems: readonly Facet[]): Counts {
  const left = (status: OverallStatus) =>
    Math.max(
      0,
      systems.reduce((sum, { counts }) => sum - counts[status], all[status]),
    );
  return {
    failing: left('failing'),
    warning: left('warning'),
    unknown: left('unknown'),
    ok: left('ok'),
    none: left('none'),
  };
}

/** Systems sorted worst first; those in which nothing is connected are left out. */
export function wallTiles(options: {
  readonly systems: readonly Facet[];
  readonly counts: Counts;
  /** The worst services of all, worst first. */
  readonly worst: readonly ServiceStatus[];
}): readonly WallTile[] {
  const { systems, counts, worst } = options;
  const bySystem = new Map<string, ServiceStatus[]>();
  for (const row of worst) {
    const system = row.system ?? '';
    bySystem.set(system, [...(bySystem.get(system) ?? []), row]);
  }
  const homeless = rest(counts, systems);
  const all =
    countAll(homeless) > 0
      ? [...systems, { value: '', counts: homeless }]
      : systems;
  const tiles = worstGroupsFirst(all)
    .map<WallTile>(({ value, counts: of }) => {
      const rows = bySystem.get(value) ?? [];
      const failing = rows.filter(row => row.status === 'failing');
      return {
        system: value,
        status: worstOf(of),
        counts: of,
        worst: rows[0],
        deliveryOnly:
          failing.length > 0 &&
          failing.length === of.failing &&
          failing.every(row => row.impact === 'delivery'),
      };
    })
    .filter(tile => tile.status !== 'none');
  // What customers feel goes before what only delays a delivery, within the same status.
  return OVERALL_STATUSES.flatMap(status => {
    const same = tiles.filter(tile => tile.status === status);
    return [
      ...same.filter(tile => !tile.deliveryOnly),
      ...same.filter(tile => tile.deliveryOnly),
    ];
  });
}
