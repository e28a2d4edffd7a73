import { useCallback, useMemo, useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { PHONE } from '@callboard/plugin-callboard-react';
import type { Runbook, RunbookState } from '@callboard/plugin-runbooks-common';
import type { DraftKey, DraftStore } from '../../editor/DraftStore';
import type { EditedRunbook } from '../../editor/editedRunbook';
import type { EditorState } from '../../editor/editorState';
import { useDraftNotice } from '../../hooks/useDraftNotice';
import { useEditorSession } from '../../hooks/useEditorSession';
import { useMarkdownField } from '../../hooks/useMarkdownField';
import { useOpenPlaces } from '../../hooks/useOpenPlaces';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useSaveKey } from '../../hooks/useSaveKey';
import { useTexts } from '../../hooks/useTexts';
import { useUnsavedGuard } from '../../hooks/useUnsavedGuard';
import { ConflictView } from '../ConflictView';
import { LeaveDialog } from '../LeaveDialog';
import { EditorFields } from './EditorFields';
import { EditorHeader } from './EditorHeader';
import { EditorPanes } from './EditorPanes';
import { SaveStrips } from './SaveStrips';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 12,
    [PHONE]: { gap: 8 },
  },
});

/** Writes a runbook: fields, text and preview, kept on this device until it is saved. */
export function Editor(props: {
  readonly store: DraftStore;
  readonly draftKey: DraftKey;
  readonly initial: EditorState;
  readonly restoredAt?: string;
  onCreated(runbook: Runbook): void;
}) {
  const { store, draftKey, initial, restoredAt, onCreated } = props;
  const classes = useStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  const session = useEditorSession({ store, draftKey, initial, onCreated });
  const { state, dirty, problems, act, save } = session;
  const { base, mine, note, conflict } = state;
  const { content, ...others } = mine;
  const {
    entityRef,
    title,
    tags,
    matches,
    owner,
    reviewBy,
    reviewers,
    pinned,
  } = others;
  const fields = useMemo(
    () => ({
      entityRef,
      title,
      tags,
      matches,
      owner,
      reviewBy,
      reviewers,
      pinned,
    }),
    [entityRef, title, tags, matches, owner, reviewBy, reviewers, pinned],
  );
  const [cursor, setCursor] = useState(0);
  const [tried, setTried] = useState(false);
  const guard = useUnsavedGuard(dirty);
  useDraftNotice({
    // What is created lives on under its id.
    unsaved: dirty && (!draftKey.runbook.startsWith('new?') || !base.runbook),
    title: title.trim() || t('editor.untitled'),
  });

  const onSave = useCallback(
    (as?: RunbookState) => {
      setTried(true);
      save(as);
    },
    [save],
  );
  const saveAsIs = useCallback(() => onSave(), [onSave]);
  useSaveKey(saveAsIs);

  const parent = useRef<HTMLDivElement>(null);
  const field = useMarkdownField({
    parent,
    text: content,
    textRevision: state.textRevision,
    label: t('editor.textLabel'),
    placeholder: t('editor.textPlaceholder'),
    events: {
      onChange(text, at) {
        setCursor(at);
        act({ type: 'edit', change: { content: text } });
      },
      onCursor: setCursor,
      onSave: saveAsIs,
    },
  });

  const places = useOpenPlaces({ field, conflict, act });

  const change = useCallback(
    (part: Partial<EditedRunbook>) => act({ type: 'edit', change: part }),
    [act],
  );
  const onNote = useCallback(
    (text: string) => act({ type: 'note', note: text }),
    [act],
  );
  const shownProblems = tried ? problems : [];
  const { id, inForce } = base.runbook ?? {};
  return (
    <div className={classes.root}>
      <EditorHeader
        session={session}
        historyPath={id && paths.history(id)}
        closePath={id ? paths.runbook(id) : paths.list()}
        onSave={onSave}
      />
      <SaveStrips
        session={session}
        restoredAt={restoredAt}
        readerPath={id && paths.runbook(id)}
        changePath={
          id && inForce !== undefined
            ? paths.comparison(id, { from: inForce, to: base.version })
            : undefined
        }
        onDiscard={session.discard}
      />
      {conflict && (
        <ConflictView
          conflict={conflict}
          mine={content}
          onSettle={places.settle}
          onShow={places.show}
        />
      )}
      <EditorFields
        fields={fields}
        note={note}
        isNew={!base.runbook}
        problems={shownProblems}
        onChange={change}
        onNote={onNote}
      />
      <EditorPanes
        parent={parent}
        field={field}
        runbookId={id}
        text={content}
        cursor={cursor}
        problem={
          shownProblems.includes('content-missing')
            ? t('editor.problem.content-missing')
            : undefined
        }
      />
      {guard.leavingTo !== undefined && (
        <LeaveDialog
          title={t('editor.leaveTitle')}
          text={t('editor.leaveText')}
          leave={t('editor.leaveGo')}
          discard={t('editor.leaveDiscard')}
          onStay={guard.stay}
          onLeave={guard.leave}
          onDiscard={() => {
            session.discard();
            guard.leave();
          }}
        />
      )}
    </div>
  );
}
