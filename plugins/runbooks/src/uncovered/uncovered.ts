import type {
  Coverage,
  CoveredService,
} from '@callboard/plugin-runbooks-common';

/** A service with the findings that no runbook fits. */
export interface UncoveredService {
  readonly service: CoveredService;
  readonly findings: CoveredService['findings'];
}

/** What an owner has to write. */
export interface UncoveredOwner {
  /** Absent for services that nobody owns. */
  readonly owner?: string;
  readonly services: readonly UncoveredService[];
  /** Services of which every finding is covered. */
  readonly coveredCount: number;
}

/** Owners with something to write, those with most of it first; `search` narrows them down. */
export function uncovered(
  coverage: Coverage,
  search: string,
): UncoveredOwner[] {
  const wanted = search.trim().toLowerCase();
  return coverage.items
    .map(({ owner, services }) => {
      const isOwner = owner?.toLowerCase().includes(wanted) ?? false;
      const withGaps = services.map(service => ({
        service,
        findings: service.findings.filter(({ covered }) => !covered),
      }));
      const gaps = withGaps.filter(({ findings }) => findings.length > 0);
      return {
        owner,
        coveredCount: withGaps.length - gaps.length,
        services: gaps.filter(
          ({ service: { entityRef, title = '' } }) =>
            wanted === '' ||
            isOwner ||
            `${entityRef} ${title}`.toLowerCase().includes(wanted),
        ),
      };
    })
    .filter(({ services }) => services.length > 0)
    .sort((a, b) => b.services.length - a.services.length);
}
