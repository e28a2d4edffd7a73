import { Instant, StatusIcon } from '@callboard/plugin-callboard-react';
import type { RunbookSummary } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { personName } from '../../text/personName';
import { useStyles } from './useStyles';

/** Whether somebody other than the author has gone through a runbook, who and when. */
export function VerifiedWords(props: {
  readonly runbook: Pick<RunbookSummary, 'verifiedAt' | 'verifiedBy'>;
}) {
  const { verifiedAt, verifiedBy } = props.runbook;
  const classes = useStyles();
  const t = useTexts();
  if (!verifiedAt) {
    return (
      <span className={classes.verified} title={t('entity.notVerifiedHint')}>
        <StatusIcon status="unknown" size={16} />
        {t('entity.notVerified')}
      </span>
    );
  }
  return (
    <span className={classes.verified}>
      <StatusIcon status="ok" size={16} />
      <span>
        {verifiedBy
          ? t('entity.verifiedBy', { person: personName(verifiedBy) })
          : t('entity.verified')}{' '}
        <Instant at={verifiedAt} />
      </span>
    </span>
  );
}
