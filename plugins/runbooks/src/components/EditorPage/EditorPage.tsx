import { useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import { LinkButton } from '@backstage/core-components';
import {
  failureOf,
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { readNewRunbookQuery } from '../../editor/newRunbook';
import { useEditStart } from '../../hooks/useEditStart';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { DraftQuestion } from './DraftQuestion';
import { Editor } from './Editor';
import { EditorSkeleton } from './EditorSkeleton';

function EditorFailed(props: { readonly error: Error; onRetry(): void }) {
  const { error, onRetry } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  const { kind, message } = failureOf(error);
  const isGone = kind === 'not-found';
  return (
    <StatePanel
      icon={{ status: 'unknown' }}
      title={t(isGone ? 'editor.notFoundTitle' : 'editor.loadErrorTitle')}
      actions={
        <>
          {!isGone && (
            <Button className={controls.button} onClick={onRetry}>
              {t('editor.tryNow')}
            </Button>
          )}
          <LinkButton to={paths.list()} className={controls.button}>
            {t('editor.backToList')}
          </LinkButton>
        </>
      }
    >
      {isGone ? t('editor.notFoundText') : message}
    </StatePanel>
  );
}

/** Edits the runbook that the address names, or writes a new one. */
export function EditorPage() {
  const { id } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const paths = useRunbookPaths();
  const target = useMemo(
    () => (id === undefined ? { query: readNewRunbookQuery(search) } : { id }),
    [id, search],
  );
  const start = useEditStart(target);
  switch (start.type) {
    case 'loading':
      return <EditorSkeleton />;
    case 'failed':
      return <EditorFailed error={start.error} onRetry={start.retry} />;
    case 'ask':
      return (
        <DraftQuestion
          draft={start.draft}
          saved={start.saved}
          onRestore={start.restore}
          onDiscard={start.discard}
        />
      );
    default:
      return (
        <Editor
          key={start.draftKey.runbook}
          store={start.store}
          draftKey={start.draftKey}
          initial={start.initial}
          restoredAt={start.restoredAt}
          onCreated={runbook =>
            navigate(paths.edit(runbook.id), { replace: true })
          }
        />
      );
  }
}
