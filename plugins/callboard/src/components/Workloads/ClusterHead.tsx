import { Fragment, ReactNode } from 'react';
import { useNow, useTimeWords } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';
import { StaleMark } from '../StaleMark';
import type { ClusterGroup } from './clusterGroups';

const DAY_MS = 24 * 60 * 60 * 1000;

/** "prod-eu, namespace shop, watched, seen 14:40:09". */
export function ClusterHead(props: { readonly group: ClusterGroup }) {
  const { observation, cluster, detail, namespace } = props.group;
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const seen = (): ReactNode => {
    if (observation.stale) {
      return (
        <>
          <StaleMark observedAt={observation.observedAt} />
          {observation.staleMessage && (
            <>
              : <MessageText text={observation.staleMessage} />
            </>
          )}
        </>
      );
    }
    if (!observation.observedAt) {
      return t('workloads.neverSeen');
    }
    const at = Date.parse(observation.observedAt);
    return t('workloads.watched', {
      time: now - at < DAY_MS ? words.seconds(at) : words.short(at, now),
    });
  };
  const namespaces = new Set(detail?.workloads.map(each => each.namespace));
  const parts: ReactNode[] = [
    ...(namespace ? [t('workloads.namespace', { namespace })] : []),
    ...(!namespace && namespaces.size > 0
      ? [t('workloads.namespaces', { count: namespaces.size })]
      : []),
    seen(),
    ...(observation.production ? [] : [t('workloads.nonProduction')]),
  ];
  return (
    <>
      <b>{cluster}</b>
      {parts.map((part, index) => (
        <Fragment key={index}>, {part}</Fragment>
      ))}
    </>
  );
}
