import type {
  KubernetesDetail,
  UnreadableKind,
} from '@callboard/plugin-callboard-common';
import { placesOf } from '../watch/placesOf';

/** A kind that could not be read, as the service page says it. */
export function unreadableWords(
  kind: UnreadableKind,
): KubernetesDetail['unreadable'][number] {
  const { resource, reason } = kind;
  return { resource, reason, message: `${resource}: ${sentenceOf(kind)}` };
}

function sentenceOf(kind: UnreadableKind): string {
  switch (kind.reason) {
    case 'absent':
      return 'the cluster does not serve them';
    case 'broken':
      return 'the cluster fails to list them';
    default:
      return `we may not ${kind.verbs.join(' and ')} them${placesOf(kind)}`;
  }
}
