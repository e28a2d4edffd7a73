import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import {
  SkeletonBox,
  Skeletons,
  Strip,
  Strips,
} from '@callboard/plugin-callboard-react';
import { useHashTarget } from '../../hooks/useHashTarget';
import { useParsedRunbook } from '../../hooks/useParsedRunbook';
import { useRunbook } from '../../hooks/useRunbook';
import { useTexts } from '../../hooks/useTexts';
import { readTarget, toTargetQuery } from '../../target/readTarget';
import { TargetBanner } from '../TargetBanner';
import { NARROW, TwoColumns } from '../TwoColumns';
import { AboutRunbook } from './AboutRunbook';
import { ChangeTarget } from './ChangeTarget';
import { Contents } from './Contents';
import { RunbookFailed } from './RunbookFailed';
import { RunbookHead } from './RunbookHead';
import { RunbookProblems } from './RunbookProblems';
import { RunbookText } from './RunbookText';
import { ServiceState } from './ServiceState';

const useStyles = makeStyles({
  aside: { '@media print': { display: 'none' } },
  // Where there is one column the way to the steps comes before them, the rest after them.
  first: { [NARROW]: { order: -1 } },
});

/** A runbook to be read, with the values of what it is opened for in its commands. */
export function RunbookPage() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const classes = useStyles();
  const t = useTexts();
  const { runbook, error, retry } = useRunbook(id);
  const target = useMemo(() => readTarget(search), [search]);
  const content = runbook?.content;
  const text = useParsedRunbook(content);
  useHashTarget(text !== undefined);
  if (!runbook || !text) {
    return error ? (
      <RunbookFailed error={error} onRetry={retry} />
    ) : (
      <Skeletons>
        <div style={{ display: 'grid', gap: 12 }}>
          <SkeletonBox width={320} height={28} />
          <SkeletonBox width="100%" height={56} />
          <SkeletonBox width="100%" height={320} />
        </div>
      </Skeletons>
    );
  }
  const { problems } = text.frontMatter;
  const names = [...new Set([...text.params, ...Object.keys(target.params)])];
  return (
    <>
      <RunbookHead runbook={runbook} target={target} onArchived={retry} />
      <TargetBanner
        params={target.params}
        finding={target.finding}
        withoutPlace={t(names.length > 0 ? 'target.asked' : 'target.none')}
        action={
          names.length > 0 && (
            <ChangeTarget
              params={target.params}
              names={names}
              onChange={params =>
                setSearch(
                  new URLSearchParams(toTargetQuery({ ...target, params })),
                  { replace: true },
                )
              }
            />
          )
        }
      />
      {problems.length > 0 && (
        <Strips>
          <Strip tone="warning">
            {t('reader.frontMatter', { problems: problems.join(' ') })}
          </Strip>
        </Strips>
      )}
      <TwoColumns
        asideClassName={classes.aside}
        aside={
          <>
            <Contents text={text} className={classes.first} />
            <ServiceState entityRef={target.entityRef ?? runbook.entityRef} />
            <RunbookProblems problems={runbook.problems} />
            <AboutRunbook runbook={runbook} />
          </>
        }
      >
        <RunbookText runbook={runbook} text={text} params={target.params} />
      </TwoColumns>
    </>
  );
}
