import { TimelineEntry } from '../../words';

type TransitionEntry = Extract<TimelineEntry, { type: 'transition' }>;

/**
 * Folds flapping in a timeline: the entry that stands for all changes since its `flappingSince`
 * swallows those of the same aspect, and begins with what was before the first of them.
 *
 * Takes and gives entries newest first.
 * @public
 */
export function foldFlapping(
  entries: readonly TimelineEntry[],
): TimelineEntry[] {
  const folded: TimelineEntry[] = [];
  const open = new Map<string, { index: number; entry: TransitionEntry }>();
  for (const entry of entries) {
    if (entry.type !== 'transition') {
      folded.push(entry);
      continue;
    }
    const key = entry.aspect ?? '';
    const folding = open.get(key);
    if (folding && isSwallowed(entry, folding.entry)) {
      folding.entry = { ...folding.entry, from: entry.from };
      folded[folding.index] = folding.entry;
      continue;
    }
    folded.push(entry);
    if (entry.flappingSince) {
      open.set(key, { index: folded.length - 1, entry });
    }
  }
  return folded;
}

function isSwallowed(entry: TransitionEntry, by: TransitionEntry): boolean {
  return (
    by.flappingSince !== undefined &&
    Date.parse(entry.at) >= Date.parse(by.flappingSince)
  );
}
