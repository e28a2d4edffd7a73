import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import type { StateCommand } from '@codemirror/state';
import { PHONE, statusTokens } from '@callboard/plugin-callboard-react';
import {
  insertCommand,
  insertWarning,
  toggleList,
  toggleWrap,
} from '../../codemirror/markdownCommands';
import { useTexts } from '../../hooks/useTexts';
import { ToolGlyph, type ToolName } from './ToolGlyph';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: { display: 'flex', alignItems: 'center', gap: 2 },
    button: {
      padding: 6,
      borderRadius: 4,
      color: theme.palette.text.primary,
      '&:hover': { background: tokens.hover },
      '&:focus-visible': { outline: `2px solid ${tokens.focus}` },
      [PHONE]: { padding: 11 },
    },
  };
});

const COMMANDS: readonly (readonly [ToolName, StateCommand])[] = [
  ['bold', toggleWrap('**')],
  ['list', toggleList],
  ['command', insertCommand],
  ['warning', insertWarning],
];

/** Buttons for what Markdown is hard to remember for. */
export function EditorToolbar(props: {
  onRun(command: StateCommand): void;
  onStep(): void;
  onHelp(): void;
}) {
  const { onRun, onStep, onHelp } = props;
  const classes = useStyles();
  const t = useTexts();
  const button = (name: ToolName, onClick: () => void) => (
    <IconButton
      key={name}
      className={classes.button}
      aria-label={t(`editor.${name}`)}
      title={t(`editor.${name}`)}
      onClick={onClick}
    >
      <ToolGlyph name={name} />
    </IconButton>
  );
  return (
    <div className={classes.root} role="group" aria-label={t('editor.toolbar')}>
      {COMMANDS.map(([name, command]) => button(name, () => onRun(command)))}
      {button('step', onStep)}
      {button('help', onHelp)}
    </div>
  );
}
