import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { MONO_FONT, statusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { AskForValues } from './AskForValues';
import { CopyButton } from './CopyButton';
import { FilledParts } from './FilledParts';
import { useFilledCommand } from './useFilledCommand';

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
    '& > input': { '@media print': { display: 'none' } },
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
  const [ticked, setTicked] = useState(false);
  const { command, wanted } = useFilledCommand(text, params);
  return (
    <span>
      <code className={classes.code}>
        <FilledParts command={command} />
      </code>
      <CopyButton text={command.text} disabled={changes && !ticked} />
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
