import { makeStyles } from '@material-ui/core/styles';
import { PHONE, statusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { useAskedValues } from '../RunbookMarkdown/AskedValues';

const useStyles = makeStyles(theme => ({
  label: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    maxWidth: '100%',
    fontSize: 12,
    '@media print': { display: 'none' },
  },
  field: {
    width: 160,
    minWidth: 0,
    height: 28,
    boxSizing: 'border-box',
    padding: '0 8px',
    border: `1px solid ${statusTokens(theme).borderStrong}`,
    borderRadius: 4,
    font: 'inherit',
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    '&:focus-visible': {
      outline: `2px solid ${statusTokens(theme).focus}`,
      outlineOffset: 1,
    },
    // A finger needs 44 px.
    [PHONE]: { height: 44 },
  },
}));

/** A field for each value that a command has no value for; typed once, it fills all commands. */
export function AskForValues(props: { readonly names: readonly string[] }) {
  const classes = useStyles();
  const t = useTexts();
  const asked = useAskedValues();
  return (
    <>
      {props.names.map(name => (
        <label key={name} className={classes.label}>
          {name}
          <input
            className={classes.field}
            data-param={name}
            value={asked?.valueOf(name) ?? ''}
            placeholder={t('command.missing')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            onChange={event => asked?.set(name, event.target.value)}
          />
        </label>
      ))}
    </>
  );
}
