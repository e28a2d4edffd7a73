import { useState } from 'react';
import { useParams } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Link, LinkButton } from '@backstage/core-components';
import {
  failureOf,
  PHONE,
  SkeletonBox,
  Skeletons,
  StatePanel,
  Strip,
  Strips,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { usePublishWaiting } from '../../hooks/usePublishWaiting';
import { useRestore } from '../../hooks/useRestore';
import { useRunbook } from '../../hooks/useRunbook';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { useVersions } from '../../hooks/useVersions';
import { PublishStrips, WaitingStrip } from '../WaitingReview';
import { ComparisonPanel } from './ComparisonPanel';
import { RestoreDialog } from './RestoreDialog';
import { useComparison } from './useComparison';
import { VersionList } from './VersionList';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
    marginBottom: 12,
  },
  title: {
    flex: '1 1 240px',
    margin: 0,
    fontSize: 20,
    lineHeight: '28px',
    overflowWrap: 'anywhere',
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: '340px minmax(0, 1fr)',
    alignItems: 'start',
    gap: 16,
    marginTop: 12,
    '@media (max-width:1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    [PHONE]: { gap: 12 },
  },
});

/** Every version of a runbook, what changed between any two, and the way back. */
export function HistoryPage() {
  const { id = '' } = useParams();
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  const versions = useVersions(id);
  const { runbook, retry } = useRunbook(id);
  const current = versions.items?.[0];
  const comparison = useComparison(current?.version);
  const restoring = useRestore(id);
  const publishing = usePublishWaiting(id);
  const [wanted, setWanted] = useState<number>();
  const { from, to } = comparison;
  const { state } = restoring;

  if (!current) {
    if (!versions.error) {
      return (
        <Skeletons>
          <div style={{ display: 'grid', gap: 12 }}>
            <SkeletonBox width={260} height={24} />
            <SkeletonBox width="100%" height={240} />
          </div>
        </Skeletons>
      );
    }
    const { kind, message } = failureOf(versions.error);
    const isGone = kind === 'not-found';
    return (
      <StatePanel
        icon={{ status: 'unknown' }}
        title={t(isGone ? 'history.notFoundTitle' : 'history.errorTitle')}
        actions={
          !isGone && (
            <Button className={controls.button} onClick={versions.reload}>
              {t('history.tryNow')}
            </Button>
          )
        }
      >
        {isGone ? t('history.notFoundText') : message}
      </StatePanel>
    );
  }
  const after =
    state.type === 'conflict' ? state.current.version : current.version;
  const publish = async (version: number) => {
    await publishing.publish({
      version,
      note: t('review.publishNote', { version: String(version) }),
    });
    versions.reload();
    retry();
  };
  const isOlder = from !== undefined && to !== undefined && from !== to;
  return (
    <>
      <div className={classes.head}>
        <h1 className={classes.title}>
          {t('history.title', { title: current.title })}
        </h1>
        <LinkButton to={paths.edit(id)} className={controls.button}>
          {t('history.edit')}
        </LinkButton>
      </div>
      <Strips flush>
        {state.type === 'restored' && (
          <Strip tone="ok">
            {t('history.restored', {
              from: String(state.from),
              version: String(state.runbook.version),
            })}
          </Strip>
        )}
        <PublishStrips state={publishing.state} />
        {runbook?.waiting && (
          <WaitingStrip
            runbook={runbook}
            waiting={runbook.waiting}
            action={({ version, mayPublish }) =>
              from === runbook.version && to === version ? (
                mayPublish && (
                  <Button
                    className={controls.primary}
                    disabled={publishing.state.type === 'publishing'}
                    onClick={() => void publish(version)}
                  >
                    {t('review.publish', { version: String(version) })}
                  </Button>
                )
              ) : (
                <Link
                  to={paths.comparison(id, {
                    from: runbook.version,
                    to: version,
                  })}
                >
                  {t(mayPublish ? 'review.review' : 'review.change')}
                </Link>
              )
            }
          />
        )}
      </Strips>
      <div className={classes.columns}>
        <VersionList
          versions={versions}
          inForce={runbook?.waiting && runbook.version}
          comparison={comparison}
        />
        {from !== undefined && to !== undefined ? (
          <ComparisonPanel
            id={id}
            from={from}
            to={to}
            waiting={runbook?.waiting?.version}
            onRestore={isOlder ? setWanted : undefined}
          />
        ) : (
          <StatePanel icon={{ glyph: 'clock' }} title={t('history.onlyOne')} />
        )}
      </div>
      {wanted !== undefined && (
        <RestoreDialog
          version={wanted}
          after={after}
          state={state}
          onClose={() => {
            restoring.reset();
            setWanted(undefined);
          }}
          onRestore={async note => {
            const restored = await restoring.restore({
              version: wanted,
              after,
              note,
            });
            if (restored) {
              setWanted(undefined);
              comparison.compare({ from: after, to: restored.version });
              versions.reload();
              retry();
            }
          }}
        />
      )}
    </>
  );
}
