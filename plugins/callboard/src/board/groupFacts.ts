import { Finding, ServiceStatus } from '@callboard/plugin-callboard-common';
import { BoardGroup } from './boardGroups';
import { countOf } from './counts';

const NAMES_MAX_COUNT = 3;
const SOURCES_MAX_COUNT = 3;

/** What the rows at hand tell about a group. */
export interface GroupFacts {
  /** When its first trouble began; only where all rows in trouble are at hand. */
  readonly since: string | undefined;
  readonly atLeast: boolean;
  readonly sources: readonly string[];
  readonly owners: number;
  /** Its services, where they are few. */
  readonly names: readonly string[];
}

function isBad(row: ServiceStatus): boolean {
  return row.status !== 'ok' && row.status !== 'none';
}

/** The findings that a group is about; none where it is about something else. */
function findingsOf(group: BoardGroup, row: ServiceStatus): readonly Finding[] {
  return group.kind === 'code'
    ? Object.values(row.aspects)
        .flatMap(aspect => aspect.findings)
        .filter(({ code }) => code === group.value)
    : [];
}

function belongsTo(group: BoardGroup, row: ServiceStatus): boolean {
  switch (group.kind) {
    case 'owner':
    case 'system':
      return row[group.kind] === group.value;
    case 'source':
      return row.whySource === group.value;
    case 'code':
      return findingsOf(group, row).length > 0;
    default:
      return false;
  }
}

/** Begin of the trouble: of the finding itself where the group is one, else of the row. */
function beginOf(
  group: BoardGroup,
  row: ServiceStatus,
): { readonly since: string; readonly atLeast: boolean } {
  const [found] = findingsOf(group, row);
  const { since, atLeast = false } = found ?? row;
  return { since, atLeast };
}

/** Where the trouble is: of the finding itself where the group is one, else of the row. */
function sourcesOf(
  group: BoardGroup,
  row: ServiceStatus,
): ReadonlyArray<string | undefined> {
  const named = findingsOf(group, row).flatMap(
    ({ params }) => params.source ?? [],
  );
  return named.length > 0 ? named : [row.whySource];
}

/**
 * Derives a group's second line from the worst rows, which are loaded anyway: asking the server
 * once a group would cost more than the line is worth.
 */
export function groupFacts(
  group: BoardGroup,
  rows: readonly ServiceStatus[],
): GroupFacts | undefined {
  const members = rows.filter(row => isBad(row) && belongsTo(group, row));
  if (members.length === 0) {
    return undefined;
  }
  const bad = countOf(group.counts, ['failing', 'warning', 'unknown']);
  const complete = members.length >= bad;
  const [first] = members
    .map(row => beginOf(group, row))
    .sort((a, b) => a.since.localeCompare(b.since));
  const distinct = (values: ReadonlyArray<string | undefined>) => [
    ...new Set(values.filter((value): value is string => Boolean(value))),
  ];
  return {
    since: complete ? first.since : undefined,
    atLeast: first.atLeast,
    sources:
      group.kind === 'source'
        ? []
        : distinct(members.flatMap(row => sourcesOf(group, row))).slice(
            0,
            SOURCES_MAX_COUNT,
          ),
    owners:
      complete && group.kind !== 'owner'
        ? distinct(members.map(row => row.owner)).length
        : 0,
    names:
      complete && members.length <= NAMES_MAX_COUNT
        ? members.map(row => row.title ?? row.name)
        : [],
  };
}
