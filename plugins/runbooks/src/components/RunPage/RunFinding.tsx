import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  entityName,
  Instant,
  Panel,
  Since,
  StatusIcon,
  type Tone,
} from '@callboard/plugin-callboard-react';
import type { FindingSnapshot, Run } from '@callboard/plugin-runbooks-common';
import { useFindingsNow } from '../../hooks/useFindingsNow';
import { useTexts } from '../../hooks/useTexts';
import { findingAfter } from '../../run/findingAfter';

const useStyles = makeStyles({
  body: { display: 'grid', gap: 6, padding: '8px 16px 12px' },
  line: {
    display: 'flex',
    gap: 8,
    alignItems: 'flex-start',
    margin: 0,
    overflowWrap: 'anywhere',
  },
});

const TONES: Readonly<Record<string, Tone>> = {
  failing: 'failing',
  warning: 'warning',
  unknown: 'unknown',
  ok: 'ok',
};

/** What the run is about: the service, the finding as it was, and what it is like now. */
export function RunFinding(props: { readonly run: Run }) {
  const { finding, findingAfter: kept, entityRef, finishedAt } = props.run;
  const classes = useStyles();
  const t = useTexts();
  const findings = useFindingsNow(entityRef, {
    isFollowed: finishedAt === undefined,
  });
  const now = finding ? findingAfter(finding, findings) : findings?.at(0);
  const line = (one: FindingSnapshot, label?: string) => (
    <p className={classes.line}>
      <StatusIcon status={TONES[one.status ?? ''] ?? 'none'} />
      <span>
        {label && <b>{label}: </b>}
        {wordsOf(one)}
      </span>
    </p>
  );
  return (
    <Panel title={t('run.state')}>
      <div className={classes.body}>
        {finding && line(finding, t('run.stateBefore'))}
        {/* Announced when it changes: that it is gone is what everybody waits for. */}
        <div role="status">
          {finishedAt === undefined && now && line(now, t('run.stateNow'))}
          {finishedAt === undefined && !finding && findings && !now && (
            <p className={classes.line}>
              <StatusIcon status="ok" />
              <span>
                <b>{t('run.stateNow')}: </b>
                {t('run.stateNothing')}
              </span>
            </p>
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

  function wordsOf(one: FindingSnapshot) {
    if (one.status === 'ok') {
      return t('run.stateGone');
    }
    const { since } = one;
    const isKnown = since !== undefined && !Number.isNaN(Date.parse(since));
    return (
      <>
        {one.message ?? one.code ?? one.alertname}{' '}
        {isKnown &&
          (finishedAt ? <Instant at={since} /> : <Since at={since} />)}
      </>
    );
  }
}
