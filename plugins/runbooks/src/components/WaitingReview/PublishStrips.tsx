import { Strip } from '@callboard/plugin-callboard-react';
import type { PublishState } from '../../hooks/usePublishWaiting';
import { useTexts } from '../../hooks/useTexts';
import { asSentence } from '../../text/asSentence';
import { personName } from '../../text/personName';

/** What publishing the version that waited came to. */
export function PublishStrips(props: { readonly state: PublishState }) {
  const { state } = props;
  const t = useTexts();
  switch (state.type) {
    case 'published':
      return (
        <Strip tone="ok">
          {t('review.published', {
            version: String(state.version),
            inForce: String(state.as),
          })}
        </Strip>
      );
    case 'conflict':
      return (
        <Strip tone="warning">
          {t('review.conflict', {
            person: personName(state.current.updatedBy),
            version: String(state.current.version),
          })}
        </Strip>
      );
    case 'failed':
      return (
        <Strip tone="failing">
          {t('review.failed', { reason: asSentence(state.error.message) })}
        </Strip>
      );
    default:
      return null;
  }
}
