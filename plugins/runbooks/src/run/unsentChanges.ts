import { KeptItems, type ItemStorage } from './KeptItems';
import { pendingChangeSchema } from './changeQueue';

/** Changes that a person made in a run and that this device still keeps. */
export interface UnsentChanges {
  readonly runId: string;
  readonly count: number;
}

/** Counts up when what older pages kept can no longer be read as it is. */
const FORM = 1;

const CHANGE = 'change/';

/** What the names of everything begin with that a person has in runs on this device. */
function ofPerson(me: string): string {
  return `callboard/runbooks/run/${FORM}/${me}/`;
}

/** What the names of everything begin with that a person has in a run on this device. */
export function keptPrefix(me: string, runId: string): string {
  return `${ofPerson(me)}${runId}/`;
}

/** The changes of a run that are not saved yet. */
export function keptChanges(options: {
  readonly storage: ItemStorage;
  /** Of everything in the run. */
  readonly prefix: string;
}) {
  const { storage, prefix } = options;
  return KeptItems.create({
    storage,
    prefix: `${prefix}${CHANGE}`,
    schema: pendingChangeSchema,
  });
}

/** In which runs a person made changes that this device still keeps. */
export function unsentChanges(
  storage: ItemStorage,
  me: string,
): UnsentChanges[] {
  const kept = KeptItems.create({
    storage,
    prefix: ofPerson(me),
    schema: pendingChangeSchema,
  });
  const counts = new Map<string, number>();
  for (const name of kept.readAll().keys()) {
    const [runId, ...rest] = name.split('/');
    if (`${rest[0]}/` === CHANGE) {
      counts.set(runId, (counts.get(runId) ?? 0) + 1);
    }
  }
  return [...counts].map(([runId, count]) => ({ runId, count }));
}
