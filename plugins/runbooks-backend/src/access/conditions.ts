import { createConditionExports } from '@backstage/plugin-permission-node';
import { isOwnerOfEntity, runbookResourceRef } from './isOwnerOfEntity';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: runbookResourceRef,
  rules: { isOwnerOfEntity },
});

/**
 * Conditions that a policy can answer with: `isOwnerOfEntity({ claims })`.
 * @public
 */
export const runbooksConditions = conditions;

/**
 * The decision of a policy that depends on conditions.
 * @public
 */
export const createRunbooksConditionalDecision = createConditionalDecision;
