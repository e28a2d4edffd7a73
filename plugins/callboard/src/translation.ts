import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { boardMessages } from './translation/board';
import { serviceMessages } from './translation/service';
import { sharedMessages } from './translation/shared';
import { wallboardMessages } from './translation/wallboard';

/**
 * Every text of Callboard's pages.
 * @public
 */
export const callboardTranslationRef = createTranslationRef({
  id: 'callboard',
  messages: {
    ...sharedMessages,
    ...boardMessages,
    ...wallboardMessages,
    ...serviceMessages,
  },
});
