import type { Runbook, RunbookWrite } from '@callboard/plugin-runbooks-common';
import { editedOf, sameEdited } from './editedRunbook';

/**
 * Whether a runbook is what was sent: then the answer to an earlier try got lost, or somebody else
 * had the same idea, and there is nothing left to save.
 */
export function isWritten(write: RunbookWrite, runbook: Runbook): boolean {
  const { owner, reviewBy, state, tags, matches, reviewers, pinned } = write;
  const edited = editedOf(runbook);
  return (
    (state ?? runbook.state) === runbook.state &&
    sameEdited(edited, {
      entityRef: write.entityRef,
      title: write.title,
      content: write.content,
      tags: tags ?? edited.tags,
      matches: matches ?? edited.matches,
      owner: owner ?? '',
      reviewBy: reviewBy ?? '',
      reviewers: reviewers ?? edited.reviewers,
      pinned: pinned ?? edited.pinned,
    })
  );
}
