import { RefObject, useState } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  PHONE,
  Segments,
  statusTokens,
} from '@callboard/plugin-callboard-react';
import { insertBlock } from '../../codemirror/markdownCommands';
import type { MarkdownField } from '../../codemirror/MarkdownField';
import { useTexts } from '../../hooks/useTexts';
import { EditorHelp } from './EditorHelp';
import { EditorToolbar } from './EditorToolbar';
import { PaneHead } from './PaneHead';
import { PreviewPane } from './PreviewPane';
import { StepDialog } from './StepDialog';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      height: 'max(420px, calc(100vh - 330px))',
      overflow: 'hidden',
      [PHONE]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        height: 'max(380px, calc(100vh - 220px))',
      },
    },
    pane: {
      display: 'flex',
      flexDirection: 'column',
      minWidth: 0,
      minHeight: 0,
      '& + &': { borderLeft: `1px solid ${tokens.border}` },
    },
    /** The editor stays where it is: what it can undo would be gone with it. */
    behind: { [PHONE]: { display: 'none' } },
    text: { flex: 1, minHeight: 0 },
    tabs: { display: 'none', [PHONE]: { display: 'block' } },
    wrong: { boxShadow: `inset 0 0 0 2px ${tokens.tones.failing.icon}` },
    problem: {
      margin: 0,
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.tones.failing.text,
    },
  };
});

/** Text and preview, side by side; on a phone one of them. */
export function EditorPanes(props: {
  readonly parent: RefObject<HTMLDivElement>;
  readonly field: MarkdownField | undefined;
  readonly runbookId?: string;
  readonly text: string;
  readonly cursor: number;
  readonly problem?: string;
}) {
  const { parent, field, runbookId, text, cursor, problem } = props;
  const classes = useStyles();
  const t = useTexts();
  const [tab, setTab] = useState<'markdown' | 'preview'>('markdown');
  const [dialog, setDialog] = useState<'step' | 'help'>();
  const close = () => setDialog(undefined);
  const paneClass = (name: typeof tab) =>
    `${classes.pane} ${tab === name ? '' : classes.behind}`;
  return (
    <>
      <div className={classes.tabs}>
        <Segments
          label={t('editor.viewsLabel')}
          options={[
            { value: 'markdown', label: t('editor.markdown') },
            { value: 'preview', label: t('editor.preview') },
          ]}
          value={tab}
          onChange={setTab}
        />
      </div>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <Paper className={`${classes.root} ${problem ? classes.wrong : ''}`}>
        <div className={paneClass('markdown')}>
          <PaneHead title={t('editor.markdown')}>
            <EditorToolbar
              onRun={command => field?.run(command)}
              onStep={() => setDialog('step')}
              onHelp={() => setDialog('help')}
            />
          </PaneHead>
          <div ref={parent} className={classes.text} />
        </div>
        <div className={paneClass('preview')}>
          <PreviewPane runbookId={runbookId} text={text} cursor={cursor} />
        </div>
      </Paper>
      {dialog === 'step' && (
        <StepDialog
          onInsert={markdown => {
            close();
            field?.run(insertBlock(markdown));
          }}
          onClose={close}
        />
      )}
      {dialog === 'help' && <EditorHelp onClose={close} />}
    </>
  );
}
