import type { KubernetesWatch } from '@callboard/plugin-callboard-common';
import type { WatchedResource } from '../api/KubernetesApi';
import type { KindWatch } from './KindWatch';
import { placesOf } from './placesOf';

/** How a kind is watched, in words. */
export function watchWords(
  { resource, group }: WatchedResource,
  kind: KindWatch,
): KubernetesWatch {
  const { namespaces } = kind;
  const message = messageOf(kind);
  return {
    resource,
    group,
    state: kind.state.state,
    ...(message && { message }),
    objects: kind.count,
    ...(namespaces && { namespaces: [...namespaces] }),
  };
}

function messageOf(kind: KindWatch): string | undefined {
  const { state, malformed } = kind;
  const sentences: string[] = [];
  if (state.state === 'broken') {
    sentences.push(state.error.message);
  }
  const unreadable = kind.unreadable();
  if (unreadable?.reason === 'absent') {
    sentences.push('The cluster does not serve it');
  } else if (unreadable) {
    sentences.push(
      `We may not ${unreadable.verbs.join(' and ')} it${placesOf(unreadable)}`,
    );
  }
  if (malformed > 0) {
    sentences.push(
      malformed === 1
        ? 'One object could not be read'
        : `${malformed} objects could not be read`,
    );
  }
  return sentences.length > 0 ? sentences.join('; ') : undefined;
}
