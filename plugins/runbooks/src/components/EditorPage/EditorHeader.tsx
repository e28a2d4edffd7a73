import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import {
  entityName,
  PHONE,
  statusTokens,
  useControlStyles,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { RunbookState } from '@callboard/plugin-runbooks-common';
import type { EditorSession } from '../../hooks/useEditorSession';
import { useTexts } from '../../hooks/useTexts';
import { useUserRef } from '../../hooks/useUserRef';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
  },
  words: { flex: '1 1 240px', minWidth: 0 },
  caption: {
    margin: 0,
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
  },
  title: {
    margin: 0,
    fontSize: 20,
    lineHeight: '28px',
    fontWeight: 700,
    overflowWrap: 'anywhere',
  },
  kept: {
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
    fontVariantNumeric: 'tabular-nums',
    [PHONE]: { width: '100%' },
  },
}));

/** What is edited, how it is kept, and the ways out of it. */
export function EditorHeader(props: {
  readonly session: EditorSession;
  readonly historyPath?: string;
  readonly closePath: string;
  onSave(state?: RunbookState): void;
}) {
  const { session, historyPath, closePath, onSave } = props;
  const { state, saving, kept, dirty } = session;
  const { base, mine, conflict } = state;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const openCount = conflict?.open.length ?? 0;
  const isSaving = saving.type === 'saving';
  const user = useUserRef();
  const isPublished = base.runbook?.state === 'published';
  const waits = base.runbook?.inForce !== undefined;
  // A text that waits is published by somebody who did not write it, as it is.
  const publishes = waits
    ? !dirty && user !== undefined && base.runbook?.updatedBy !== user
    : !isPublished;
  const title = mine.title.trim() || t('editor.untitled');
  const keptWords = () => {
    if (dirty && kept.keptAtMs !== undefined) {
      return t('editor.draftKept', { time: words.seconds(kept.keptAtMs) });
    }
    return !dirty && base.version > 0
      ? t('editor.allSaved', { version: String(base.version) })
      : '';
  };
  const primaryWords = () => {
    if (openCount > 0) {
      return t('editor.placesOpen', { count: openCount });
    }
    if (isSaving) {
      return t('editor.saving');
    }
    return t(publishes ? 'editor.publish' : 'editor.save');
  };
  const disabled = openCount > 0 || isSaving;
  return (
    <div className={classes.root}>
      <div className={classes.words}>
        <p className={classes.caption}>
          {base.runbook
            ? t('editor.captionEdit', {
                entity: entityName(mine.entityRef),
                version: String(base.version),
              })
            : mine.entityRef &&
              t('editor.captionNew', { entity: entityName(mine.entityRef) })}
        </p>
        <h1 className={classes.title}>
          {base.runbook
            ? t('editor.titleEdit', { title })
            : t('editor.titleNew')}
        </h1>
      </div>
      <span className={classes.kept}>{keptWords()}</span>
      {historyPath && (
        <LinkButton to={historyPath} className={controls.button}>
          {t('editor.versions')}
        </LinkButton>
      )}
      <LinkButton to={closePath} className={controls.button}>
        {t(dirty ? 'editor.cancel' : 'editor.close')}
      </LinkButton>
      {!waits && (
        <Button
          className={controls.button}
          disabled={disabled}
          title={isPublished ? t('editor.unpublishTitle') : undefined}
          onClick={() => onSave('draft')}
        >
          {t(isPublished ? 'editor.unpublish' : 'editor.saveDraft')}
        </Button>
      )}
      <Button
        className={controls.primary}
        disabled={disabled || (!publishes && !dirty)}
        onClick={() => onSave(publishes ? 'published' : undefined)}
      >
        {primaryWords()}
      </Button>
    </div>
  );
}
