import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { commandMessages } from './translation/command';
import { editorMessages } from './translation/editor';
import { entityMessages } from './translation/entity';
import { historyMessages } from './translation/history';
import { listMessages } from './translation/list';
import { readerMessages } from './translation/reader';
import { reviewMessages } from './translation/review';
import { runMessages } from './translation/run';
import { searchMessages } from './translation/search';
import { shellMessages } from './translation/shell';
import { targetMessages } from './translation/target';

/**
 * Every text of the pages of runbooks.
 * @public
 */
export const runbooksTranslationRef = createTranslationRef({
  id: 'runbooks',
  messages: {
    ...shellMessages,
    ...commandMessages,
    ...editorMessages,
    ...historyMessages,
    ...entityMessages,
    ...listMessages,
    ...readerMessages,
    ...reviewMessages,
    ...runMessages,
    ...searchMessages,
    ...targetMessages,
  },
});
