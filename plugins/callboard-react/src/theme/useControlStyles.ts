import { makeStyles } from '@material-ui/core/styles';
import { statusTokens } from './statusTokens';

/**
 * Buttons and fields of 32 px, as the board's controls are drawn.
 * @public
 */
export const useControlStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const focus = {
    outline: `2px solid ${tokens.focus}`,
    outlineOffset: 1,
  };
  const button = {
    minHeight: 32,
    minWidth: 0,
    padding: '4px 12px',
    borderRadius: 4,
    fontSize: 14,
    lineHeight: '20px',
    textTransform: 'none' as const,
    letterSpacing: 'normal',
    whiteSpace: 'nowrap' as const,
    '&:focus-visible': focus,
    '&.Mui-disabled': {
      color: tokens.secondary,
      background: tokens.tones.none.tint,
      borderColor: tokens.tones.none.line,
    },
    // A finger needs 44 px.
    [theme.breakpoints.down('xs')]: { minHeight: 44 },
  };
  return {
    /** A choice: filters, grouping. */
    field: {
      ...button,
      padding: '4px 10px',
      fontWeight: 400,
      color: theme.palette.text.primary,
      background: theme.palette.background.paper,
      border: `1px solid ${tokens.borderStrong}`,
      '&:hover': { background: tokens.hover },
    },
    /** A choice that is made. */
    fieldSet: {
      background: tokens.selected,
      borderColor: tokens.primary,
      '&:hover': { background: tokens.selected },
    },
    /** An action. */
    button: {
      ...button,
      fontWeight: 700,
      color: theme.palette.text.primary,
      border: `1px solid ${tokens.borderStrong}`,
      '&:hover': { background: tokens.hover },
    },
    /** The action that helps most. */
    primary: {
      ...button,
      fontWeight: 700,
      color: tokens.onPrimary,
      background: tokens.primary,
      border: `1px solid ${tokens.primary}`,
      '&:hover': { background: tokens.primary, filter: 'brightness(1.1)' },
    },
    /** An action that reads as a link. */
    text: {
      ...button,
      padding: '4px 8px',
      fontWeight: 700,
      color: tokens.link,
      '&:hover': { textDecoration: 'underline', background: 'transparent' },
    },
    link: {
      color: tokens.link,
      '&:focus-visible': { ...focus, borderRadius: 2 },
    },
    secondary: { color: tokens.secondary },
    /** Read aloud only. */
    silent: {
      position: 'absolute',
      width: 1,
      height: 1,
      margin: -1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  };
});
