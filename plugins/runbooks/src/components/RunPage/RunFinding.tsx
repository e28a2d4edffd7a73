import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  entityName,
  Panel,
  Since,
  StatusIcon,
  type Tone,
} from '@callboard/plugin-callboard-react';
import type { Run } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';

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

/** What the run is about: the service, and the finding as it was. */
export function RunFinding(props: { readonly run: Run }) {
  const { finding, findingAfter, entityRef } = props.run;
  const classes = useStyles();
  const t = useTexts();
  const since = finding?.since;
  return (
    <Panel title={t('run.state')}>
      <div className={classes.body}>
        {finding && (
          <p className={classes.line}>
            <StatusIcon status={TONES[finding.status ?? ''] ?? 'none'} />
            <span>
              {finding.message ?? finding.code ?? finding.alertname}{' '}
              {since && !Number.isNaN(Date.parse(since)) && (
                <Since at={since} />
              )}
            </span>
          </p>
        )}
        {findingAfter && (
          <p className={classes.line}>
            <StatusIcon status={TONES[findingAfter.status ?? ''] ?? 'none'} />
            <span>
              {t('run.stateAfter')}:{' '}
              {findingAfter.status === 'ok'
                ? t('run.stateGone')
                : findingAfter.message ?? findingAfter.code}
            </span>
          </p>
        )}
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
