import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { boardMessages } from './translation/board';
import { serviceMessages } from './translation/service';
import { sharedMessages } from './translation/shared';
import { sourceMessages } from './translation/source';
import { wallboardMessages } from './translation/wallboard';
import { workloadMessages } from './translation/workloads';

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
    ...workloadMessages,
    ...sourceMessages,
  },
});
