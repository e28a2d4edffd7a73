import { ReactNode } from 'react';
import { Instant, Strip } from '@callboard/plugin-callboard-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  runbooksPublishPermission,
  type RunbookSummary,
} from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { useUserRef } from '../../hooks/useUserRef';
import { personName } from '../../text/personName';

/** Says that a change of a published runbook waits, whose it is, and who can do something about it. */
export function WaitingStrip(props: {
  /** The one in force. */
  readonly runbook: RunbookSummary;
  readonly waiting: NonNullable<RunbookSummary['waiting']>;
  /** The way on: for somebody who may publish it, or for all others. */
  action(answer: {
    readonly version: number;
    readonly mayPublish: boolean;
  }): ReactNode;
}) {
  const { runbook, waiting, action } = props;
  const t = useTexts();
  const user = useUserRef();
  const { allowed, loading } = usePermission({
    permission: runbooksPublishPermission,
    resourceRef: runbook.entityRef,
  });
  const isOwn = waiting.savedBy === user;
  const whatNext = () => {
    if (isOwn) {
      return t('review.own');
    }
    return allowed ? t('review.look') : t('review.forbidden');
  };
  return (
    <Strip
      tone="activity"
      clock
      action={action({
        version: waiting.version,
        mayPublish: user !== undefined && allowed && !isOwn,
      })}
    >
      <b>{t('review.waits', { version: String(waiting.version) })}</b>{' '}
      {t('review.savedBy', { person: personName(waiting.savedBy) })}{' '}
      <Instant at={waiting.savedAt} />
      {'. '}
      {t('review.inForce', { version: String(runbook.version) })}{' '}
      {user !== undefined && !loading && whatNext()}
    </Strip>
  );
}
