import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  StatePanel,
  useControlStyles,
  useFocusOnMount,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { Runbook } from '@callboard/plugin-runbooks-common';
import type { Draft } from '../../editor/Draft';
import { useTexts } from '../../hooks/useTexts';
import { personName } from '../../text/personName';
import { DiffView } from '../DiffView';

const useStyles = makeStyles({
  root: { display: 'grid', gap: 16 },
  diff: { maxHeight: '60vh', overflow: 'auto' },
});

/** A draft of an older version is found: go on with it, or take what is saved. */
export function DraftQuestion(props: {
  readonly draft: Draft;
  readonly saved: Runbook;
  onRestore(): void;
  onDiscard(): void;
}) {
  const { draft, saved, onRestore, onDiscard } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const first = useFocusOnMount<HTMLButtonElement>();
  const words = useTimeWords();
  const version = String(saved.version);
  return (
    <div className={classes.root}>
      <StatePanel
        icon={{ status: 'warning' }}
        title={t('editor.askTitle', { base: String(draft.baseVersion) })}
        actions={
          <>
            <Button
              className={controls.primary}
              ref={first}
              focusRipple={false}
              onClick={onRestore}
            >
              {t('editor.askRestore')}
            </Button>
            <Button className={controls.button} onClick={onDiscard}>
              {t('editor.askDiscard')}
            </Button>
          </>
        }
      >
        {t('editor.askText', {
          time: words.full(Date.parse(draft.keptAt)),
          person: personName(saved.updatedBy),
          version,
        })}
      </StatePanel>
      <Panel title={t('editor.askCompare', { version })}>
        <div className={classes.diff}>
          <DiffView before={saved.content} after={draft.edited.content} />
        </div>
      </Panel>
    </div>
  );
}
