import type {
  Coverage,
  CoveredService,
  RunbookSummary,
} from '@callboard/plugin-runbooks-common';
import type { ProjectedEntity } from '../catalog/projectEntity';
import type { PastFinding } from '../service/FindingsOfBoard';
import { matchValues, valuesOfRunbook } from '../store/matchValues';
import { choose } from './choose';

export interface CoverageQuestion {
  readonly services: readonly ProjectedEntity[];
  /** For the domains of services. */
  readonly systems: readonly ProjectedEntity[];
  /** Published ones. */
  readonly runbooks: readonly RunbookSummary[];
  /** Absent where nobody knows. */
  readonly findings?: readonly PastFinding[];
  readonly now: Date;
}

/** For each owner the services, and whether a runbook fits each of their findings; worst first. */
export function coverageOf(question: CoverageQuestion): Coverage {
  const { services, systems, runbooks, findings = [], now } = question;
  const domainOf = new Map(systems.map(({ ref, domain }) => [ref, domain]));
  const byEntity = grouped(runbooks, ({ entityRef }) => [entityRef]);
  const byValue = grouped(runbooks, valuesOfRunbook);
  const byService = grouped(findings, ({ entityRef }) => [entityRef]);
  const covered = services.map((service): CoveredService => {
    const { ref, system, owners, title } = service;
    const domain = service.domain ?? (system && domainOf.get(system));
    const lineage = { entityRef: ref, system, domain, owners };
    const near = [ref, system, domain, ...owners].flatMap(
      one => (one && byEntity.get(one)) || [],
    );
    const asked = (byService.get(ref) ?? []).map(finding => {
      const { aspect, code, lastAt } = finding;
      const far = matchValues({ code }).flatMap(
        value => byValue.get(value) ?? [],
      );
      const items = choose(
        { aspect, code },
        {
          candidates: [...new Set([...near, ...far])],
          lineage,
          // A runbook that is kept elsewhere is one.
          entities: [service],
          now,
        },
      );
      return { aspect, code, lastAt, covered: items.length > 0 };
    });
    return {
      entityRef: ref,
      ...(title && { title }),
      runbooksCount: new Set(near).size,
      findings: asked.sort(byGap),
    };
  });
  return {
    findingsFrom: question.findings ? 'callboard' : 'none',
    items: byOwner(services, covered),
  };
}

type AskedFinding = CoveredService['findings'][number];

function byGap(one: AskedFinding, other: AskedFinding): number {
  return (
    Number(one.covered) - Number(other.covered) ||
    order(other.lastAt, one.lastAt) ||
    order(one.code, other.code)
  );
}

function order(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

function byOwner(
  services: readonly ProjectedEntity[],
  covered: readonly CoveredService[],
): Coverage['items'] {
  const ownerOf = new Map(services.map(({ ref, owners }) => [ref, owners[0]]));
  const groups = new Map<string | undefined, CoveredService[]>();
  for (const service of covered) {
    const owner = ownerOf.get(service.entityRef);
    groups.set(owner, [...(groups.get(owner) ?? []), service]);
  }
  return [...groups]
    .map(([owner, items]) => ({
      ...(owner && { owner }),
      services: items.sort(
        (one, other) =>
          gapsOf(other) - gapsOf(one) ||
          one.runbooksCount - other.runbooksCount ||
          order(one.entityRef, other.entityRef),
      ),
    }))
    .sort(
      (one, other) =>
        gapsOfAll(other.services) - gapsOfAll(one.services) ||
        order(one.owner ?? '~', other.owner ?? '~'),
    );
}

function gapsOf({ findings }: CoveredService): number {
  return findings.filter(({ covered }) => !covered).length;
}

function gapsOfAll(services: readonly CoveredService[]): number {
  return services.reduce((sum, service) => sum + gapsOf(service), 0);
}

function grouped<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) {
        group.push(item);
      } else {
        groups.set(key, [item]);
      }
    }
  }
  return groups;
}
