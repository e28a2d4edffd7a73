import { TITLE_MAX_COUNT } from '@callboard/plugin-runbooks-common';
import type { EditedRunbook } from './editedRunbook';

/** What has to be there before a runbook can be saved. */
export type EditedProblem =
  | 'title-missing'
  | 'title-long'
  | 'entity-missing'
  | 'content-missing';

/** `component:default/checkout-api` */
const ENTITY_REF = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/;

/** What has to be there before a runbook can be saved, in the order of the page. */
export function validate(edited: EditedRunbook): EditedProblem[] {
  const { title, entityRef, content } = edited;
  const problems: EditedProblem[] = [];
  if (title.trim() === '') {
    problems.push('title-missing');
  }
  if (title.trim().length > TITLE_MAX_COUNT) {
    problems.push('title-long');
  }
  if (!ENTITY_REF.test(entityRef)) {
    problems.push('entity-missing');
  }
  if (content.trim() === '') {
    problems.push('content-missing');
  }
  return problems;
}
