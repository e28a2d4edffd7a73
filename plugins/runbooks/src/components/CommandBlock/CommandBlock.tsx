import { useId, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Checkbox from '@material-ui/core/Checkbox';
import { MONO_FONT, statusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { AskForValues } from './AskForValues';
import { CopyButton } from './CopyButton';
import { FilledParts } from './FilledParts';
import { focusField } from './focusField';
import { useFilledCommand } from './useFilledCommand';
import { useTick } from './useTick';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      margin: '8px 0',
      border: `1px solid ${tokens.border}`,
      borderRadius: 4,
      background: tokens.codeBg,
      breakInside: 'avoid',
    },
    line: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: 8,
      padding: '6px 8px 6px 12px',
    },
    code: {
      flex: 1,
      minWidth: 0,
      margin: 0,
      fontFamily: MONO_FONT,
      fontSize: 13,
      lineHeight: '20px',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    below: {
      padding: '4px 12px',
      borderTop: `1px solid ${tokens.border}`,
      fontSize: 12,
      lineHeight: '16px',
      overflowWrap: 'anywhere',
    },
    tick: { display: 'flex', alignItems: 'center', gap: 4 },
    box: { '@media print': { display: 'none' } },
    printed: { display: 'none', '@media print': { display: 'inline' } },
    ask: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 8,
      '@media print': { display: 'none' },
    },
    output: {
      margin: 0,
      fontFamily: MONO_FONT,
      whiteSpace: 'pre-wrap',
      color: tokens.secondary,
    },
  };
});

/** A command to copy, with values filled in; one that changes things wants a tick before. */
export function CommandBlock(props: {
  readonly text: string;
  readonly params: Readonly<Record<string, string>>;
  /** Nobody marked it, and it changes things. */
  readonly changes: boolean;
  readonly comment?: string;
  readonly expectedOutput?: string;
}) {
  const { text, params, changes, comment, expectedOutput } = props;
  const classes = useStyles();
  const t = useTexts();
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const { command, wanted } = useFilledCommand(text, params);
  const [ticked, setTicked] = useTick(command.text);
  return (
    <div className={classes.root} ref={root}>
      <div className={classes.line}>
        <pre id={`${id}-command`} className={classes.code} dir="ltr">
          <FilledParts command={command} />
        </pre>
        <CopyButton
          text={command.text}
          disabled={changes && !ticked}
          missing={command.missing}
          onMissing={() => focusField(root.current, command.missing)}
        />
      </div>
      {changes && (
        <div className={`${classes.below} ${classes.tick}`}>
          <Checkbox
            id={id}
            className={classes.box}
            size="small"
            color="primary"
            checked={ticked}
            inputProps={{ 'aria-describedby': `${id}-command` }}
            onChange={event => setTicked(event.target.checked)}
          />
          <label htmlFor={id} className={classes.box}>
            {t('command.changes')}
          </label>
          <span className={classes.printed}>{t('command.changesPrinted')}</span>
        </div>
      )}
      {wanted.length > 0 && (
        <div className={`${classes.below} ${classes.ask}`}>
          <AskForValues names={wanted} />
        </div>
      )}
      {command.refused.map(({ param, value, reason }) => (
        <div key={param} className={classes.below}>
          {t('command.refused', { param, value, reason })}
        </div>
      ))}
      {comment && <div className={classes.below}>{comment}</div>}
      {expectedOutput && (
        <div className={classes.below}>
          {t('command.output')}
          <pre className={classes.output} dir="ltr">
            {expectedOutput}
          </pre>
        </div>
      )}
    </div>
  );
}
