import { useEffect } from 'react';
import { maskSecrets, type Run } from '@callboard/plugin-runbooks-common';
import { useFinishRun } from '../../hooks/useFinishRun';
import type { KeptEnd } from '../../hooks/useRunDrafts';
import { useTexts } from '../../hooks/useTexts';
import type { ChangeQueue } from '../../run/changeQueue';
import { asSentence } from '../../text/asSentence';
import { personName } from '../../text/personName';
import { FinishDialog } from '../FinishDialog';
import { WrittenText } from './WrittenText';

/** Ends a run; where somebody else has ended it, shows what was written about that. */
export function RunEnd(props: {
  /** As the server has it. */
  readonly run: Run;
  /** As the person sees it. */
  readonly shown: Run;
  readonly queue: ChangeQueue;
  readonly draft: KeptEnd;
  readonly isOpen: boolean;
  onClose(): void;
  take(run: Run): void;
  reload(): void;
}) {
  const { run, shown, queue, draft, isOpen, onClose, take, reload } = props;
  const t = useTexts();
  const { finish, busy, problem } = useFinishRun({ run, take, reload });
  const note = draft.draft.note.trim();
  const isOver = run.finishedAt !== undefined;
  // It may have been taken without anybody hearing of it.
  const isTaken = isOver && (note === '' || run.note === maskSecrets(note));
  const { drop } = draft;
  useEffect(() => {
    if (isTaken) {
      drop();
    }
  }, [isTaken, drop]);
  if (isOver) {
    return isTaken ? null : (
      <WrittenText texts={[note]} onDrop={drop}>
        {t('run.endedByOther', { person: personName(run.finishedBy ?? '') })}
      </WrittenText>
    );
  }
  if (!isOpen) {
    return null;
  }
  return (
    <FinishDialog
      run={shown}
      waitingCount={queue.filter(({ refusal }) => !refusal).length}
      refusedCount={queue.filter(({ refusal }) => refusal).length}
      draft={draft.draft}
      busy={busy}
      problem={problem && t('run.notFinished', { reason: asSentence(problem) })}
      onWrite={draft.write}
      onFinish={async how => {
        if (await finish(how)) {
          onClose();
        }
      }}
      onClose={onClose}
    />
  );
}
