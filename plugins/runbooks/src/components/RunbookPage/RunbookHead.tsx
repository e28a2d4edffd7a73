import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import { Link, LinkButton } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { RequirePermission } from '@backstage/plugin-permission-react';
import {
  entityName,
  PHONE,
  Strip,
  Strips,
  useControlStyles,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import {
  runbooksArchivePermission,
  runbooksRunPermission,
  runbooksUpdatePermission,
  type Runbook,
} from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../../api/runbooksApiRef';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useStartRun } from '../../hooks/useStartRun';
import { useTexts } from '../../hooks/useTexts';
import { toTargetQuery, type RunbookTarget } from '../../target/readTarget';
import { asSentence } from '../../text/asSentence';
import { WaitingStrip } from '../WaitingReview';
import { ArchiveDialog } from './ArchiveDialog';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
    marginBottom: 12,
  },
  words: { flex: '1 1 240px', minWidth: 0 },
  strips: { '& > :not(:empty)': { marginBottom: 12 } },
  title: {
    margin: 0,
    fontSize: 20,
    lineHeight: '28px',
    overflowWrap: 'anywhere',
    unicodeBidi: 'plaintext',
    [PHONE]: { fontSize: 18, lineHeight: '24px' },
  },
  small: { fontSize: 12, lineHeight: '16px' },
  // A sheet of paper grows old.
  printed: {
    display: 'none',
    '@media print': { display: 'block', fontSize: 12, lineHeight: '16px' },
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 8,
    '@media print': { display: 'none' },
  },
});

/** What it is called, and what can be done with it. */
export function RunbookHead(props: {
  readonly runbook: Runbook;
  readonly target: RunbookTarget;
  onArchived(): void;
}) {
  const { runbook, target, onArchived } = props;
  const api = useApi(runbooksApiRef);
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const times = useTimeWords();
  const now = useNow();
  const paths = useRunbookPaths();
  const [isArchiving, setArchiving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const about = {
    entityRef: target.entityRef ?? runbook.entityRef,
    params: target.params,
    ...(target.finding && { finding: target.finding }),
  };
  const real = useStartRun(runbook.id, about);
  const dry = useStartRun(runbook.id, { ...about, dryRun: true });
  const startError = real.error ?? dry.error;
  const starting = real.starting || dry.starting;
  const archive = async () => {
    setArchiving(false);
    try {
      await api.archiveRunbook(runbook.id);
      onArchived();
    } catch (error) {
      const reason = toError(error).message;
      setFailure(t('reader.archiveFailed', { reason: asSentence(reason) }));
    }
  };
  const resource = { resourceRef: runbook.entityRef, errorPage: <></> };
  return (
    <>
      <div className={classes.root}>
        <div className={classes.words}>
          <span className={`${classes.small} ${controls.secondary}`}>
            {t('reader.of', { service: entityName(runbook.entityRef) })}
            {' · '}
            {t(`reader.state.${runbook.state}`)}
            {' · '}
            {t('reader.versionOf', { version: String(runbook.version) })}
          </span>
          <h2 className={classes.title}>{runbook.title}</h2>
          <span className={classes.printed}>
            {t('reader.printed', {
              instant: times.full(now),
              address: `${window.location.origin}${window.location.pathname}`,
            })}
          </span>
        </div>
        <div className={classes.buttons}>
          {runbook.state !== 'archived' && (
            <RequirePermission permission={runbooksRunPermission} {...resource}>
              <Button
                className={controls.primary}
                disabled={starting}
                onClick={real.start}
              >
                {t(starting ? 'reader.starting' : 'reader.start')}
              </Button>
              <Button
                className={controls.button}
                disabled={starting}
                onClick={dry.start}
              >
                {t('reader.dryRun')}
              </Button>
            </RequirePermission>
          )}
          <RequirePermission
            permission={runbooksUpdatePermission}
            {...resource}
          >
            <LinkButton
              to={`${paths.edit(runbook.id)}${toTargetQuery(target)}`}
              className={controls.button}
            >
              {t('reader.edit')}
            </LinkButton>
          </RequirePermission>
          <LinkButton
            to={paths.history(runbook.id)}
            className={controls.button}
          >
            {t('reader.history')}
          </LinkButton>
          <Button className={controls.button} onClick={() => window.print()}>
            {t('reader.print')}
          </Button>
          {runbook.state !== 'archived' && (
            <RequirePermission
              permission={runbooksArchivePermission}
              {...resource}
            >
              <Button
                className={controls.text}
                onClick={() => setArchiving(true)}
              >
                {t('reader.archive')}
              </Button>
            </RequirePermission>
          )}
        </div>
      </div>
      <div className={classes.strips}>
        <Strips flush>
          {startError && (
            <Strip tone="failing">
              {t('reader.startFailed', {
                reason: asSentence(startError.message),
              })}
            </Strip>
          )}
          {failure && <Strip tone="failing">{failure}</Strip>}
          {runbook.waiting && (
            <WaitingStrip
              runbook={runbook}
              waiting={runbook.waiting}
              action={({ version, mayPublish }) => (
                <Link
                  to={paths.comparison(runbook.id, {
                    from: runbook.version,
                    to: version,
                  })}
                >
                  {t(mayPublish ? 'review.review' : 'review.change')}
                </Link>
              )}
            />
          )}
          {runbook.state === 'draft' && (
            <Strip tone="unknown">{t('reader.isDraft')}</Strip>
          )}
          {runbook.state === 'archived' && (
            <Strip tone="unknown">{t('reader.isArchived')}</Strip>
          )}
        </Strips>
      </div>
      {isArchiving && (
        <ArchiveDialog
          onArchive={() => void archive()}
          onClose={() => setArchiving(false)}
        />
      )}
    </>
  );
}
