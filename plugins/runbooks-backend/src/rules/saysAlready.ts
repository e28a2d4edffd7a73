import type { RunbookWrite } from '@callboard/plugin-runbooks-common';
import { hashOf } from '../store/hashOf';
import type { RunbookFields, StoredRunbook } from '../store/StoredRunbook';
import { changesReading } from './changesReading';
import { changedFields } from './writtenFields';

/** Whether a write would change nothing. */
export function saysAlready(
  { summary }: StoredRunbook,
  write: RunbookWrite,
): boolean {
  const { state = summary.state, content } = write;
  const after = changedFields(write, summary);
  return (
    hashOf(content) === summary.contentHash &&
    state === summary.state &&
    !changesReading(summary, after) &&
    careKey(after) === careKey(summary)
  );
}

/** Who looks after it and when; readers act on none of that. */
function careKey(fields: Omit<RunbookFields, 'state'>): string {
  const { tags, owner, reviewBy, reviewers } = fields;
  return JSON.stringify([tags, owner, reviewBy, reviewers]);
}
