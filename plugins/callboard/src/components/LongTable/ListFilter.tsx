import InputBase from '@material-ui/core/InputBase';
import { makeStyles } from '@material-ui/core/styles';
import { Glyph, PHONE, statusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      width: 200,
      height: 32,
      padding: '0 10px',
      border: `1px solid ${tokens.borderStrong}`,
      borderRadius: 4,
      background: theme.palette.background.paper,
      color: tokens.secondary,
      '&:focus-within': {
        outline: `2px solid ${tokens.focus}`,
        outlineOffset: 1,
      },
      [PHONE]: { width: '100%', height: 44 },
    },
    input: {
      flex: 1,
      fontSize: 14,
      color: theme.palette.text.primary,
      '& input': { padding: 0 },
      '& input::placeholder': { color: tokens.secondary, opacity: 1 },
    },
  };
});

/** Narrows a list that is on the page already; Escape clears it. */
export function ListFilter(props: {
  /** Names the field: "Filter the nodes". */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <span className={classes.root}>
      <Glyph name="search" size={16} />
      <InputBase
        className={classes.input}
        value={value}
        placeholder={t('cluster.filter')}
        inputProps={{ 'aria-label': label, type: 'search' }}
        onChange={event => onChange(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape' && value) {
            event.stopPropagation();
            onChange('');
          }
        }}
      />
    </span>
  );
}
