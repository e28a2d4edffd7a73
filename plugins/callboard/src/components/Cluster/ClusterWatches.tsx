import { makeStyles } from '@material-ui/core/styles';
import type {
  KubernetesClusterDetail,
  KubernetesWatch,
  SourceHealth,
} from '@callboard/plugin-callboard-common';
import {
  Panel,
  statusTokens,
  Tone,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useNumberWords } from '../../hooks/useNumberWords';
import { Texts, useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';
import { StatusWord } from '../StatusWord';

const DAY_MS = 24 * 60 * 60 * 1000;
const NAMES_COUNT = 5;

/** A watch of a cluster that nobody hears is not a good one, whatever it was last. */
type ShownState = KubernetesWatch['state'] | 'unheard';

const TONES: Record<ShownState, Tone> = {
  watching: 'ok',
  unheard: 'unknown',
  listing: 'activity',
  broken: 'failing',
  forbidden: 'unknown',
  absent: 'none',
};
const WORST_FIRST: readonly KubernetesWatch['state'][] = [
  'broken',
  'forbidden',
  'listing',
  'watching',
  'absent',
];

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li': { padding: '8px 16px' },
      '& > li + li': { borderTop: `1px solid ${tokens.border}` },
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: '0 12px',
      '& > b': { overflowWrap: 'anywhere' },
    },
    small: {
      display: 'block',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      overflowWrap: 'anywhere',
      fontVariantNumeric: 'tabular-nums',
    },
  };
});

function namespaceWords(t: Texts, names: readonly string[]): string {
  const shown = names.slice(0, NAMES_COUNT).join(', ');
  const hidden = names.length - NAMES_COUNT;
  return t('cluster.inNamespaces', {
    count: names.length,
    names:
      hidden > 0
        ? t('cluster.andMore', { names: shown, others: String(hidden) })
        : shown,
  });
}

function Watch(props: {
  readonly watch: KubernetesWatch;
  readonly isHeard: boolean;
}) {
  const { resource, group, state, message, objects, namespaces } = props.watch;
  const classes = useStyles();
  const t = useTexts();
  const numbers = useNumberWords();
  const isRead = state === 'watching' || state === 'listing';
  const shown: ShownState = isRead && !props.isHeard ? 'unheard' : state;
  return (
    <li>
      <div className={classes.line}>
        <b>{group ? `${resource}.${group}` : resource}</b>
        <StatusWord status={TONES[shown]} size={16}>
          {t(`cluster.watchState.${shown}`)}
        </StatusWord>
      </div>
      {message && (
        <span className={classes.small}>
          <MessageText text={message} />
        </span>
      )}
      {(isRead || objects > 0) && (
        <span className={classes.small}>
          {t('cluster.objects', {
            count: objects,
            objects: numbers.count(objects),
          })}
          {namespaces && `, ${namespaceWords(t, namespaces)}`}
        </span>
      )}
    </li>
  );
}

/** How each kind of object is watched, what is not as it should be first. */
export function ClusterWatches(props: {
  readonly cluster: KubernetesClusterDetail;
  readonly source: SourceHealth;
}) {
  const { cluster, source } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const fresh = () => {
    if (!source.lastGoodAt) {
      return t('cluster.watchesNever');
    }
    const at = Date.parse(source.lastGoodAt);
    const time = now - at < DAY_MS ? words.seconds(at) : words.short(at, now);
    return t(
      source.state === 'ok' ? 'cluster.watchesLive' : 'cluster.watchesStale',
      { time },
    );
  };
  const watches = [...cluster.watches].sort(
    (a, b) =>
      WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state) ||
      a.resource.localeCompare(b.resource),
  );
  return (
    <Panel title={t('cluster.watches')} subtitle={fresh()}>
      <ul className={classes.list}>
        {watches.map(watch => (
          <Watch
            key={`${watch.group} ${watch.resource}`}
            watch={watch}
            isHeard={source.state === 'ok' || source.state === 'starting'}
          />
        ))}
      </ul>
    </Panel>
  );
}
