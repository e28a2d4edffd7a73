import {
  Activity,
  ASPECTS,
  ServiceStatus,
} from '@callboard/plugin-callboard-common';

/** What goes on in a service, as its first aspect with an activity says. */
export function rowActivity(row: ServiceStatus): Activity | undefined {
  for (const aspect of ASPECTS) {
    const activity = row.aspects[aspect]?.activity;
    if (activity) {
      return activity;
    }
  }
  return undefined;
}
