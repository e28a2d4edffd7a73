import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { editorMessages } from './translation/editor';
import { historyMessages } from './translation/history';
import { searchMessages } from './translation/search';
import { sharedMessages } from './translation/shared';

/**
 * Every text of the pages of runbooks.
 * @public
 */
export const runbooksTranslationRef = createTranslationRef({
  id: 'runbooks',
  messages: {
    ...sharedMessages,
    ...editorMessages,
    ...historyMessages,
    ...searchMessages,
  },
});
