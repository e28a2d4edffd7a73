import { makeStyles } from '@material-ui/core/styles';
import ButtonBase from '@material-ui/core/ButtonBase';
import { PHONE } from '../../theme/breakpoints';
import { statusTokens } from '../../theme/statusTokens';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'inline-flex',
      height: 32,
      borderRadius: 4,
      border: `1px solid ${tokens.borderStrong}`,
      background: theme.palette.background.paper,
      overflow: 'hidden',
      [PHONE]: { height: 44 },
    },
    segment: {
      padding: '0 12px',
      fontFamily: 'inherit',
      fontSize: 14,
      fontWeight: 700,
      color: tokens.secondary,
      '& + &': { borderLeft: `1px solid ${tokens.borderStrong}` },
      '&[aria-pressed="true"]': {
        background: tokens.selected,
        color: theme.palette.text.primary,
      },
      '&:focus-visible': {
        outline: `2px solid ${tokens.focus}`,
        outlineOffset: -3,
      },
    },
  };
});

/**
 * A few choices side by side, one of which holds.
 * @public
 */
export function Segments<T extends string>(props: {
  /** Names the choice for those who do not see it. */
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  const { label, options, value, onChange } = props;
  const classes = useStyles();
  return (
    <div role="group" aria-label={label} className={classes.root}>
      {options.map(option => (
        <ButtonBase
          key={option.value}
          className={classes.segment}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </ButtonBase>
      ))}
    </div>
  );
}
