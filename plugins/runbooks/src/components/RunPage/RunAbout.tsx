import { makeStyles } from '@material-ui/core/styles';
import useAsync from 'react-use/esm/useAsync';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Panel,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import type { Run, Runbook } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../../api/runbooksApiRef';
import { useEntityOwners } from '../../hooks/useEntityOwners';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { VerifiedWords } from '../EntityRunbooks';
import { LastRuns } from '../LastRuns';

const LAST_RUNS_COUNT = 4;

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: '8px 16px 12px',
    '& dt': {
      marginTop: 8,
      fontSize: 12,
      lineHeight: '16px',
      color: statusTokens(theme).secondary,
    },
    '& dt:first-child': { marginTop: 0 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
}));

/** Whose runbook it is, whether it can be trusted, and how it went the last times. */
export function RunAbout(props: {
  readonly run: Run;
  /** Absent while it is loaded, and where it cannot be read. */
  readonly runbook?: Runbook;
}) {
  const { runbook } = props;
  const { id, runbookId, runbookVersion } = props.run;
  const api = useApi(runbooksApiRef);
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  const { value: runs = [] } = useAsync(async () => {
    const page = await api.getRuns({
      runbookId,
      limit: LAST_RUNS_COUNT + 1,
    });
    return page.items.filter(run => run.id !== id).slice(0, LAST_RUNS_COUNT);
  }, [api, id, runbookId]);
  // A runbook that names nobody belongs to whoever owns its entity.
  const owners = useEntityOwners(runbook ? [runbook.entityRef] : []);
  const owner = runbook && (runbook.owner ?? owners.get(runbook.entityRef));
  return (
    <Panel title={t('run.about')}>
      <dl className={classes.list}>
        {owner && (
          <>
            <dt>{t('run.owner')}</dt>
            <dd>
              <EntityRefLink entityRef={owner} hideIcon />
            </dd>
          </>
        )}
        {runbook && (
          <>
            <dt>{t('run.verified')}</dt>
            <dd>
              <VerifiedWords runbook={runbook} />
            </dd>
          </>
        )}
        <dt>{t('run.version')}</dt>
        <dd>
          {runbookVersion}
          {' · '}
          <Link className={controls.link} to={paths.history(runbookId)}>
            {t('run.whatChanged')}
          </Link>
        </dd>
        <LastRuns runs={runs} />
      </dl>
    </Panel>
  );
}
