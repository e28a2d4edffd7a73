import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { entityName, Instant } from '@callboard/plugin-callboard-react';
import type { RunbookSummary } from '@callboard/plugin-runbooks-common';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { personName } from '../../text/personName';
import { ProblemChips, VerifiedWords, WaitingChip } from '../EntityRunbooks';
import { FitsCell } from './FitsCell';
import { useTableStyles } from './useTableStyles';

/** One runbook: what it is for, and how far it can be trusted. */
export function RunbookLine(props: {
  readonly runbook: RunbookSummary;
  /** Its own, or that of its entity. */
  readonly owner?: string;
}) {
  const { runbook, owner } = props;
  const classes = useTableStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  const { state, lastRunAt, problems, tags } = runbook;
  const cell = (name: string, content: ReactNode, className = '') => (
    <div role="cell" className={`${classes.cell} ${className}`}>
      <span aria-hidden className={classes.name}>
        {name}
      </span>
      {content}
    </div>
  );
  return (
    <div role="row" className={classes.row} data-testid="runbook">
      <div role="cell" className={`${classes.cell} ${classes.main}`}>
        <Link className={classes.title} to={paths.runbook(runbook.id)}>
          {runbook.title}
        </Link>
        <div className={classes.small}>
          <EntityRefLink
            entityRef={runbook.entityRef}
            title={entityName(runbook.entityRef)}
          />
          {', '}
          {t('list.saved')} <Instant at={runbook.updatedAt} />{' '}
          {t('list.savedBy', { person: personName(runbook.updatedBy) })}
        </div>
        {tags.length > 0 && (
          <div className={classes.small}>
            {tags.map(tag => (
              <span key={tag} className={classes.tag}>
                {tag}
              </span>
            ))}
          </div>
        )}
      </div>
      {cell(
        t('list.column.owner'),
        owner ? (
          <EntityRefLink entityRef={owner} title={entityName(owner)} />
        ) : (
          <span className={classes.aside}>{t('list.ownerUnknown')}</span>
        ),
      )}
      {cell(
        t('list.column.state'),
        <span className={classes.states}>
          <span className={`${classes.state} ${classes[state]}`}>
            {t(`entity.state.${state}`)}
          </span>
          <WaitingChip runbook={runbook} />
        </span>,
      )}
      {cell(t('list.column.fits'), <FitsCell runbook={runbook} />)}
      <div role="cell" className={`${classes.cell} ${classes.aside}`}>
        <VerifiedWords runbook={runbook} />
      </div>
      {cell(
        t('list.column.lastRun'),
        <span className={classes.aside}>
          {lastRunAt ? <Instant at={lastRunAt} /> : t('list.neverRun')}
        </span>,
      )}
      <div
        role="cell"
        className={
          problems.length > 0
            ? classes.cell
            : `${classes.cell} ${classes.quiet} ${classes.aside}`
        }
      >
        {problems.length > 0 ? (
          <ProblemChips problems={problems} />
        ) : (
          t('list.noProblems')
        )}
      </div>
    </div>
  );
}
