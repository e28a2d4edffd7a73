import type {
  KubernetesDetail,
  UnreadableKind,
} from '@callboard/plugin-callboard-common';

/** A kind that could not be read, as the service page says it. */
export function unreadableWords(
  kind: UnreadableKind,
): KubernetesDetail['unreadable'][number] {
  const { resource, reason, verbs, namespaces } = kind;
  const where = namespaces ? ` in ${namespaces.join(', ')}` : '';
  return {
    resource,
    reason,
    message:
      reason === 'absent'
        ? `${resource}: the cluster does not serve them`
        : `${resource}: we may not ${verbs.join(' and ')} them${where}`,
  };
}
