import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { entityName, Panel } from '@callboard/plugin-callboard-react';
import type { FindingSnapshot, Run } from '@callboard/plugin-runbooks-common';
import { useFindingsNow } from '../../hooks/useFindingsNow';
import { useTexts } from '../../hooks/useTexts';
import { findingAfter } from '../../run/findingAfter';
import { FindingLine } from '../FindingLine';

const useStyles = makeStyles({
  body: { display: 'grid', gap: 6, padding: '8px 16px 12px' },
});

const NOTHING = { status: 'ok' };

/** What the run is about: the service, the finding as it was, and what it is like now. */
export function RunFinding(props: { readonly run: Run }) {
  const { finding, findingAfter: kept, entityRef, finishedAt } = props.run;
  const classes = useStyles();
  const t = useTexts();
  const findings = useFindingsNow(entityRef, {
    isFollowed: finishedAt === undefined,
  });
  const now = finding ? findingAfter(finding, findings) : findings?.at(0);
  const line = (one: FindingSnapshot, label: string) => (
    <FindingLine finding={one} label={label} isPast={finishedAt !== undefined}>
      {one.status === 'ok' ? t('run.stateGone') : undefined}
    </FindingLine>
  );
  return (
    <Panel title={t('run.state')}>
      <div className={classes.body}>
        {finding && line(finding, t('run.stateBefore'))}
        {/* Announced when it changes: that it is gone is what everybody waits for. */}
        <div role="status">
          {finishedAt === undefined && now && line(now, t('run.stateNow'))}
          {finishedAt === undefined && !finding && findings && !now && (
            <FindingLine finding={NOTHING} label={t('run.stateNow')}>
              {t('run.stateNothing')}
            </FindingLine>
          )}
          {kept && line(kept, t('run.stateAfter'))}
        </div>
        <span>
          <EntityRefLink
            entityRef={entityRef}
            title={t('run.openService', { service: entityName(entityRef) })}
            hideIcon
          />
        </span>
      </div>
    </Panel>
  );
}
