import { useId, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  MONO_FONT,
  PHONE,
  statusTokens,
} from '@callboard/plugin-callboard-react';
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
  /** What has to be done before it can be copied. */
  before: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    maxWidth: '100%',
    verticalAlign: 'middle',
    '@media print': { display: 'none' },
  },
  tick: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    fontSize: 12,
    lineHeight: '16px',
    // A finger needs 44 px.
    [PHONE]: { minHeight: 44 },
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
  const id = useId();
  const root = useRef<HTMLSpanElement>(null);
  const { command, wanted } = useFilledCommand(text, params);
  const [ticked, setTicked] = useTick(command.text);
  return (
    <span ref={root}>
      <code id={id} className={classes.code} dir="ltr">
        <FilledParts command={command} />
      </code>
      <CopyButton
        text={command.text}
        disabled={changes && !ticked}
        missing={command.missing}
        onMissing={() => focusField(root.current, command.missing)}
      />
      {(changes || wanted.length > 0) && (
        <span className={classes.before}>
          {changes && (
            <label className={classes.tick}>
              <input
                type="checkbox"
                aria-describedby={id}
                checked={ticked}
                onChange={event => setTicked(event.target.checked)}
              />
              {t('command.changes')}
            </label>
          )}
          <AskForValues names={wanted} />
        </span>
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
