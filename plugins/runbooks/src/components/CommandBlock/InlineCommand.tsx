import { useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { MONO_FONT, statusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { AskForValues } from './AskForValues';
import { CopyButton } from './CopyButton';
import { FilledParts } from './FilledParts';
import { focusField } from './focusField';
import { useFilledCommand } from './useFilledCommand';
import { useTick } from './useTick';

const useStyles = makeStyles(theme => ({
  code: {
    padding: '1px 4px',
    borderRadius: 3,
    fontFamily: MONO_FONT,
    fontSize: 13,
    overflowWrap: 'anywhere',
    background: statusTokens(theme).codeBg,
  },
  tick: {
    fontSize: 12,
    '@media print': { display: 'none' },
    // A finger needs 44 px.
    '@media (max-width:640px)': { display: 'inline-block', padding: '14px 0' },
  },
  refused: { fontSize: 12 },
}));

/** A command inside a sentence. */
export function InlineCommand(props: {
  readonly text: string;
  readonly params: Readonly<Record<string, string>>;
  readonly changes: boolean;
}) {
  const { text, params, changes } = props;
  const classes = useStyles();
  const t = useTexts();
  const root = useRef<HTMLSpanElement>(null);
  const { command, wanted } = useFilledCommand(text, params);
  const [ticked, setTicked] = useTick(command.text);
  return (
    <span ref={root}>
      <code className={classes.code} dir="ltr">
        <FilledParts command={command} />
      </code>
      <CopyButton
        text={command.text}
        disabled={changes && !ticked}
        missing={command.missing}
        onMissing={() => focusField(root.current, command.missing)}
      />
      {changes && (
        <label className={classes.tick}>
          <input
            type="checkbox"
            checked={ticked}
            onChange={event => setTicked(event.target.checked)}
          />{' '}
          {t('command.changes')}
        </label>
      )}
      {wanted.length > 0 && (
        <>
          {' '}
          <AskForValues names={wanted} />
        </>
      )}
      {command.refused.map(({ param, value, reason }) => (
        <span key={param} className={classes.refused}>
          {' '}
          {t('command.refused', { param, value, reason })}
        </span>
      ))}
    </span>
  );
}
