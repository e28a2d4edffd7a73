/**
 * The backend of runbooks: keeps every version for ever, chooses the runbooks that fit a finding, and
 * follows those who go through them.
 *
 * @packageDocumentation
 */

export {
  createRunbooksConditionalDecision,
  runbooksConditions,
} from './access/conditions';
export type { OwnedBy, RunbookEntity } from './access/isOwnerOfEntity';
export { runbooksPlugin as default } from './plugin';
