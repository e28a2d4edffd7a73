import {
  Counts,
  FacetList,
  FacetName,
  OverallStatus,
  OVERALL_STATUSES,
  ServicePage,
  ServiceQuery,
  ServiceStatus,
} from '@callboard/plugin-callboard-common';
import { anAspect, aFinding, minutesAgo, NOW_MS } from './builders';
import { FakeCallboardApi } from './FakeCallboardApi';

/** A row of the board with a status, and a finding where that is not ok. */
export function aRow(
  name: string,
  status: OverallStatus,
  over: Partial<ServiceStatus> = {},
): ServiceStatus {
  const base = {
    entityRef: `component:default/${name}`,
    name,
    owner: 'group:default/team-shop',
    system: 'system:default/shop',
    tags: [],
    status,
    since: minutesAgo(38),
    stale: false,
  };
  if (status === 'none') {
    return { ...base, aspects: {}, ...over };
  }
  if (status === 'ok') {
    return { ...base, aspects: { pipelines: anAspect() }, ...over };
  }
  const finding = aFinding({
    status,
    message: `${name} is red`,
    fingerprint: name,
  });
  return {
    ...base,
    why: finding.message,
    whySource: 'jenkins/main',
    impact: 'delivery',
    aspects: { pipelines: anAspect({ status, findings: [finding] }) },
    ...over,
  };
}

function countRows(rows: readonly ServiceStatus[]): Counts {
  const counts = { failing: 0, warning: 0, unknown: 0, ok: 0, none: 0 };
  rows.forEach(row => {
    counts[row.status] += 1;
  });
  return counts;
}

function codesOf(row: ServiceStatus): readonly string[] {
  return Object.values(row.aspects).flatMap(({ findings }) =>
    findings.map(({ code }) => code),
  );
}

/** A backend with rows that a test sets; it filters and pages like the real one. */
export class FakeBoardApi extends FakeCallboardApi {
  rows: readonly ServiceStatus[] = [];
  /** Thrown instead of every answer. */
  down: Error | undefined;
  readonly queries: ServiceQuery[] = [];

  async getServices(query: ServiceQuery = {}): Promise<ServicePage> {
    this.queries.push(query);
    const { status, limit = 50, cursor = '0' } = query;
    const matching = this.#matching(query);
    const rows = matching
      .filter(row => !status || status.includes(row.status))
      .sort(
        (a, b) =>
          OVERALL_STATUSES.indexOf(a.status) -
          OVERALL_STATUSES.indexOf(b.status),
      );
    const end = Number(cursor) + limit;
    return {
      items: rows.slice(Number(cursor), end),
      ...(limit > 0 && end < rows.length && { nextCursor: String(end) }),
      total: rows.length,
      counts: countRows(matching),
      revision: 1,
      asOf: new Date(NOW_MS).toISOString(),
    };
  }

  async getFacets(
    by: FacetName = 'owner',
    query: ServiceQuery = {},
  ): Promise<FacetList> {
    const groups = new Map<string, ServiceStatus[]>();
    for (const row of this.#matching(query)) {
      const values =
        by === 'code'
          ? codesOf(row)
          : [by === 'system' ? row.system : row.owner];
      for (const value of values) {
        if (value) {
          groups.set(value, [...(groups.get(value) ?? []), row]);
        }
      }
    }
    return {
      items: [...groups].map(([value, rows]) => ({
        value,
        counts: countRows(rows),
      })),
      revision: 1,
      asOf: new Date(NOW_MS).toISOString(),
    };
  }

  #matching(query: ServiceQuery): ServiceStatus[] {
    if (this.down) {
      throw this.down;
    }
    const { q, owner, code } = query;
    return this.rows.filter(
      row =>
        (!q || row.name.includes(q)) &&
        (!owner || owner.includes(row.owner ?? '')) &&
        (!code || codesOf(row).some(each => code.includes(each))),
    );
  }
}
