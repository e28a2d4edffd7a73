import { makeStyles } from '@material-ui/core/styles';
import Chip from '@material-ui/core/Chip';
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
import type { Runbook } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../../api/runbooksApiRef';
import { useEntityOwners } from '../../hooks/useEntityOwners';
import { useMatcherWords } from '../../hooks/useMatcherWords';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { usualDuration } from '../../run/usualDuration';
import { personName } from '../../text/personName';
import { VerifiedWords } from '../EntityRunbooks';
import { LastRuns } from '../LastRuns';

/** What was long ago says little about the next time. */
const RUNS_COUNT = 20;
const LAST_RUNS_COUNT = 5;

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
  chips: { display: 'flex', flexWrap: 'wrap', gap: 4 },
  chip: { height: 22, maxWidth: '100%', margin: 0, borderRadius: 4 },
}));

/** Whose it is, whether it can be trusted, what it is for, and how it went the last times. */
export function AboutRunbook(props: { readonly runbook: Runbook }) {
  const { runbook } = props;
  const { id, version, reviewBy, matches, tags } = runbook;
  const api = useApi(runbooksApiRef);
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const matcherWords = useMatcherWords();
  const paths = useRunbookPaths();
  const { value: runs = [] } = useAsync(async () => {
    const page = await api.getRuns({ runbookId: id, limit: RUNS_COUNT });
    return page.items;
  }, [api, id]);
  // A runbook that names nobody belongs to whoever owns its entity.
  const owners = useEntityOwners(runbook.owner ? [] : [runbook.entityRef]);
  const owner = runbook.owner ?? owners.get(runbook.entityRef);
  const usualMs = usualDuration(runs);
  return (
    <Panel title={t('reader.about')}>
      <dl className={classes.list}>
        <dt>{t('reader.belongsTo')}</dt>
        <dd>
          <EntityRefLink entityRef={runbook.entityRef} hideIcon />
        </dd>
        {owner && (
          <>
            <dt>{t('reader.owner')}</dt>
            <dd>
              <EntityRefLink entityRef={owner} hideIcon />
            </dd>
          </>
        )}
        <dt>{t('reader.verified')}</dt>
        <dd>
          <VerifiedWords runbook={runbook} />
        </dd>
        <dt>{t('reader.version')}</dt>
        <dd>
          {t('reader.savedBy', {
            version: String(version),
            person: personName(runbook.updatedBy),
          })}{' '}
          <Instant at={runbook.updatedAt} />
          {' · '}
          <Link className={controls.link} to={paths.history(id)}>
            {t('reader.whatChanged')}
          </Link>
        </dd>
        {reviewBy && (
          <>
            <dt>{t('reader.reviewBy')}</dt>
            <dd>{reviewBy}</dd>
          </>
        )}
        {matches.length > 0 && (
          <>
            <dt>{t('reader.fits')}</dt>
            <dd className={classes.chips}>
              {matches.map(matcher => (
                <Chip
                  key={JSON.stringify(matcher)}
                  size="small"
                  variant="outlined"
                  className={classes.chip}
                  label={matcherWords(matcher)}
                />
              ))}
            </dd>
          </>
        )}
        {tags.length > 0 && (
          <>
            <dt>{t('reader.tags')}</dt>
            <dd className={classes.chips}>
              {tags.map(tag => (
                <Chip
                  key={tag}
                  size="small"
                  className={classes.chip}
                  label={tag}
                />
              ))}
            </dd>
          </>
        )}
        {runbook.runsCount > 0 && (
          <>
            <dt>{t('reader.runs')}</dt>
            <dd>
              {t('reader.helped', {
                count: runbook.runsCount,
                helped: String(runbook.helpedCount),
              })}
              {usualMs !== undefined &&
                `, ${t('reader.usually', {
                  duration: words.duration(usualMs, true),
                })}`}
            </dd>
          </>
        )}
        <LastRuns runs={runs.slice(0, LAST_RUNS_COUNT)} />
      </dl>
    </Panel>
  );
}
