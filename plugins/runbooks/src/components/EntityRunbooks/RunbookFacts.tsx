import { entityName, Instant } from '@callboard/plugin-callboard-react';
import type { RunbookSummary } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { useStyles } from './useStyles';
import { VerifiedWords } from './VerifiedWords';

/** How far a runbook can be trusted, in one line. */
export function RunbookFacts(props: {
  /** Whose page it stands on. */
  readonly entityRef: string;
  readonly runbook: RunbookSummary;
  readonly foreign: boolean;
}) {
  const { entityRef, runbook, foreign } = props;
  const classes = useStyles();
  const t = useTexts();
  const { lastRunAt, owner } = runbook;
  return (
    <div className={classes.facts}>
      {runbook.state === 'published' && (
        <span>{t('entity.state.published')}</span>
      )}
      <VerifiedWords runbook={runbook} />
      <span>
        {lastRunAt ? (
          <>
            {t('entity.lastRun')} <Instant at={lastRunAt} />
          </>
        ) : (
          t('entity.neverRun')
        )}
      </span>
      {owner && <span>{t('entity.owner', { owner: entityName(owner) })}</span>}
      <span>{t('entity.version', { version: String(runbook.version) })}</span>
      {runbook.entityRef !== entityRef && (
        <span>
          {t(foreign ? 'entity.of' : 'entity.inherited', {
            entity: entityName(runbook.entityRef),
          })}
        </span>
      )}
      {runbook.pinned && <span>{t('entity.pinned')}</span>}
    </div>
  );
}
