import type {
  KubernetesDetail,
  UnreadableKind,
} from '@callboard/plugin-callboard-common';
import { placesOf } from '../watch/placesOf';

/** A kind that could not be read, as the service page says it. */
export function unreadableWords(
  kind: UnreadableKind,
): KubernetesDetail['unreadable'][number] {
  const { resource, reason, verbs } = kind;
  return {
    resource,
    reason,
    message:
      reason === 'absent'
        ? `${resource}: the cluster does not serve them`
        : `${resource}: we may not ${verbs.join(' and ')} them${placesOf(
            kind,
          )}`,
  };
}
