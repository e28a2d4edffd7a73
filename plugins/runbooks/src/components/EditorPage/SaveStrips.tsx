import Button from '@material-ui/core/Button';
import { Link } from '@backstage/core-components';
import {
  Strip,
  Strips,
  useControlStyles,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { Runbook } from '@callboard/plugin-runbooks-common';
import type { EditorSession } from '../../hooks/useEditorSession';
import { useOnline } from '../../hooks/useOnline';
import { useTexts } from '../../hooks/useTexts';
import { asSentence } from '../../text/asSentence';
import { missingPermission } from './missingPermission';

/** How keeping and saving goes, where a person has to know. */
export function SaveStrips(props: {
  readonly session: EditorSession;
  /** When the draft was kept that the page began with. */
  readonly restoredAt?: string;
  /** Where readers find it. */
  readonly readerPath?: string;
  /** What the version changes that waits for a review. */
  readonly changePath?: string;
  onDiscard(): void;
}) {
  const { session, restoredAt, readerPath, changePath, onDiscard } = props;
  const { saving, kept, dirty, retryNow } = session;
  const { base } = session.state;
  const inForce = base.runbook?.inForce;
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const isOnline = useOnline();
  const tryNow = (
    <Button className={controls.button} onClick={retryNow}>
      {t('editor.tryNow')}
    </Button>
  );
  const savedWords = (saved: Runbook) => {
    const { state, version } = saved;
    if (saved.inForce !== undefined) {
      return t('editor.savedWaiting', {
        version: String(version),
        inForce: String(saved.inForce),
      });
    }
    return t(
      state === 'published' ? 'editor.savedPublished' : 'editor.savedAs',
      { version: String(version) },
    );
  };
  const said = () => {
    switch (saving.type) {
      case 'waiting':
        return (
          <Strip tone="warning" action={tryNow}>
            <b>{t('editor.waiting')}</b>{' '}
            {t('editor.waitingText', { reason: saving.message })}
          </Strip>
        );
      case 'refused': {
        const { failure, order } = saving;
        const reason = asSentence(failure.message);
        const texts = {
          forbidden: [
            t('editor.forbidden', {
              permission: missingPermission(order, reason),
            }),
            t('editor.forbiddenText', { reason }),
          ],
          review: [t('editor.review'), reason],
          'too-large': [
            t('editor.tooLarge'),
            t('editor.tooLargeText', { reason }),
          ],
          gone: [t('editor.gone'), t('editor.goneText', { reason })],
          refused: [t('editor.refused'), t('editor.refusedText', { reason })],
          lost: [t('editor.waiting'), reason],
        };
        const [title, text] = texts[failure.kind];
        return (
          <Strip tone="failing">
            <b>{title}</b> {text}
          </Strip>
        );
      }
      case 'saved':
        return dirty ? null : (
          <Strip
            tone="ok"
            action={
              readerPath && <Link to={readerPath}>{t('editor.open')}</Link>
            }
          >
            {savedWords(saving.runbook)}
          </Strip>
        );
      default:
        return null;
    }
  };
  return (
    <Strips flush>
      {!isOnline && saving.type !== 'waiting' && (
        <Strip tone="warning">
          <b>{t('editor.offline')}</b> {t('editor.offlineText')}
        </Strip>
      )}
      {kept.failed && <Strip tone="warning">{t('editor.draftNotKept')}</Strip>}
      {restoredAt && dirty && saving.type === 'idle' && (
        <Strip
          tone="activity"
          clock
          action={
            <Button className={controls.button} onClick={onDiscard}>
              {t('editor.discard')}
            </Button>
          }
        >
          {t('editor.restored', { time: words.full(Date.parse(restoredAt)) })}
        </Strip>
      )}
      {base.runbook?.state === 'archived' && (
        <Strip tone="warning">{t('editor.archived')}</Strip>
      )}
      {inForce !== undefined && saving.type !== 'saved' && (
        <Strip
          tone="activity"
          clock
          action={
            changePath && <Link to={changePath}>{t('review.change')}</Link>
          }
        >
          <b>{t('review.editing', { version: String(base.version) })}</b>{' '}
          {t('review.editingText', { inForce: String(inForce) })}
        </Strip>
      )}
      {said()}
    </Strips>
  );
}
