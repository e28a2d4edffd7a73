import type { ListedFinding } from './listFindings';

/** Where a finding is: its source, and the workload or whatever else the service named there. */
export function findingPlace(listed: ListedFinding): string | undefined {
  const { finding, source, subject } = listed;
  const { namespace, kind, workload } = finding.params;
  const place =
    kind && workload
      ? [source, namespace, `${kind} ${workload}`]
      : [source, source && subject];
  return place.filter(Boolean).join(', ') || undefined;
}
