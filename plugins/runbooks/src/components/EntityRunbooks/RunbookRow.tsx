import Button from '@material-ui/core/Button';
import { Link, LinkButton } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import { Glyph, useControlStyles } from '@callboard/plugin-callboard-react';
import {
  runbooksRunPermission,
  type RunbookSummary,
} from '@callboard/plugin-runbooks-common';
import type { Fit } from '../../entity/entityRunbooks';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useStartRun } from '../../hooks/useStartRun';
import { useTexts } from '../../hooks/useTexts';
import { toTargetQuery } from '../../target/readTarget';
import { asSentence } from '../../text/asSentence';
import { FitWords } from './FitWords';
import { ProblemChips } from './ProblemChips';
import { RunbookFacts } from './RunbookFacts';
import { useStyles } from './useStyles';
import { WaitingChip } from './WaitingChip';

/** A runbook of an entity: why it fits, how far it can be trusted, and the way into it. */
export function RunbookRow(props: {
  readonly entityRef: string;
  readonly runbook: RunbookSummary;
  readonly fits: readonly Fit[];
  readonly foreign: boolean;
  /** The one that helps most here. */
  readonly first: boolean;
}) {
  const { entityRef, runbook, fits, foreign, first } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  const finding = fits[0]?.finding;
  const params = finding?.params ?? {};
  const { allowed } = usePermission({
    permission: runbooksRunPermission,
    resourceRef: runbook.entityRef,
  });
  const { start, starting, error } = useStartRun(runbook.id, {
    entityRef,
    params,
    ...(finding && { finding }),
  });
  const to = `${paths.runbook(runbook.id)}${toTargetQuery({
    entityRef,
    params,
    finding,
  })}`;
  const { title } = runbook;
  return (
    <li className={classes.row}>
      <Glyph name="runbooks" />
      <div className={classes.body}>
        <div className={classes.titleLine}>
          <Link className={classes.title} to={to}>
            {title}
          </Link>
          {runbook.state !== 'published' && (
            <span className={classes.chip}>
              {t(`entity.state.${runbook.state}`)}
            </span>
          )}
          <WaitingChip runbook={runbook} />
        </div>
        <FitWords fits={fits} />
        <RunbookFacts
          entityRef={entityRef}
          runbook={runbook}
          foreign={foreign}
        />
        <ProblemChips problems={runbook.problems} />
      </div>
      <div className={classes.actions}>
        <LinkButton
          to={to}
          className={controls.button}
          aria-label={t('entity.openOne', { title })}
        >
          {t('entity.open')}
        </LinkButton>
        {allowed && (
          <Button
            className={finding && first ? controls.primary : controls.button}
            aria-label={t('entity.startOne', { title })}
            disabled={starting}
            onClick={start}
          >
            {starting ? t('entity.starting') : t('entity.start')}
          </Button>
        )}
      </div>
      {error && (
        <div role="alert" className={classes.failed}>
          {t('entity.startFailed', { title })} {asSentence(error.message)}
        </div>
      )}
    </li>
  );
}
