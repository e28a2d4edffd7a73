import { useMemo, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { fillCommand } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { MONO_FONT } from '../../theme/mono';
import { statusTokens } from '../../theme/statusTokens';
import { useAskedValues } from '../RunbookMarkdown/AskedValues';
import { CopyButton } from './CopyButton';
import { FilledParts } from './FilledParts';

const useStyles = makeStyles(theme => ({
  code: {
    padding: '1px 4px',
    borderRadius: 3,
    fontFamily: MONO_FONT,
    fontSize: 13,
    overflowWrap: 'anywhere',
    background: statusTokens(theme).codeBg,
  },
  tick: { fontSize: 12, whiteSpace: 'nowrap' },
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
  const asked = useAskedValues();
  const [ticked, setTicked] = useState(false);
  const command = useMemo(
    () => fillCommand(text, { ...asked?.values, ...params }),
    [text, params, asked?.values],
  );
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
    </span>
  );
}
