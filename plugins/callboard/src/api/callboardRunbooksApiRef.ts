import { createApiRef } from '@backstage/core-plugin-api';

/** What a runbook is wanted for. @public */
export interface RunbookQuestion {
  readonly aspect: string;
  readonly code: string;
  readonly alertname?: string;
  readonly runbookUrl?: string;
}

/** The runbook that fits best: one of this portal, or one that is kept elsewhere. @public */
export type RunbookChoice =
  | { readonly id: string; readonly title: string }
  | { readonly url: string; readonly title: string };

/**
 * Says which runbooks fit the findings of a service. Callboard does without it where the portal has
 * no runbooks.
 * @public
 */
export interface CallboardRunbooksApi {
  /**
   * The best runbook for each question, in the order asked, `null` where none fits; nothing at all
   * where the portal has no runbooks.
   */
  choose(
    entityRef: string,
    questions: readonly RunbookQuestion[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<readonly (RunbookChoice | null)[] | undefined>;
}

/**
 * Says which runbooks fit the findings of a service.
 * @public
 */
export const callboardRunbooksApiRef = createApiRef<CallboardRunbooksApi>({
  id: 'plugin.callboard.runbooks',
});
