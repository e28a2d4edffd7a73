import { makeStyles } from '@material-ui/core/styles';
import useAsync from 'react-use/esm/useAsync';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Instant,
  Panel,
  statusTokens,
  useControlStyles,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { Run } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../../api/runbooksApiRef';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { VerifiedWords } from '../EntityRunbooks';

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
export function RunAbout(props: { readonly run: Run }) {
  const { id, runbookId, runbookVersion } = props.run;
  const api = useApi(runbooksApiRef);
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const paths = useRunbookPaths();
  const { value } = useAsync(async () => {
    const [runbook, runs] = await Promise.all([
      api.getRunbook(runbookId),
      api.getRuns({ runbookId, limit: LAST_RUNS_COUNT + 1 }),
    ]);
    const others = runs.items.filter(run => run.id !== id);
    return { runbook, runs: others.slice(0, LAST_RUNS_COUNT) };
  }, [api, id, runbookId]);
  return (
    <Panel title={t('run.about')}>
      <dl className={classes.list}>
        {value?.runbook.owner && (
          <>
            <dt>{t('run.owner')}</dt>
            <dd>
              <EntityRefLink entityRef={value.runbook.owner} hideIcon />
            </dd>
          </>
        )}
        {value && (
          <>
            <dt>{t('run.verified')}</dt>
            <dd>
              <VerifiedWords runbook={value.runbook} />
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
        {value && value.runs.length > 0 && (
          <>
            <dt>{t('run.lastRuns')}</dt>
            {value.runs.map(run => (
              <dd key={run.id}>
                <Link className={controls.link} to={paths.run(run.id)}>
                  <Instant at={run.startedAt} />
                </Link>{' '}
                {outcomeWords(run)}
                {run.finishedAt &&
                  `, ${words.duration(
                    Date.parse(run.finishedAt) - Date.parse(run.startedAt),
                    true,
                  )}`}
              </dd>
            ))}
          </>
        )}
      </dl>
    </Panel>
  );

  function outcomeWords(run: Run): string {
    if (run.outcome) {
      return t(`run.outcome.${run.outcome}`);
    }
    return t(run.finishedAt ? 'run.noOutcome' : 'run.goesOn');
  }
}
