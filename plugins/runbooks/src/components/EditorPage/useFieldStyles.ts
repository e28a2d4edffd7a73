import { makeStyles } from '@material-ui/core/styles';
import {
  MONO_FONT,
  PHONE,
  statusTokens,
} from '@callboard/plugin-callboard-react';

/** Fields as they are drawn: the name within the frame, above what is typed. */
export const useFieldStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const input = {
    font: 'inherit',
    color: 'inherit',
    background: 'transparent',
    border: 0,
    padding: 0,
    outline: 'none',
    minWidth: 0,
    '&::placeholder': { color: tokens.secondary, opacity: 1 },
    [PHONE]: { minHeight: 28, fontSize: 16 },
  };
  return {
    root: {
      display: 'block',
      minWidth: 0,
      padding: '5px 12px 6px',
      borderRadius: 4,
      border: `1px solid ${tokens.borderStrong}`,
      background: theme.palette.background.paper,
      // What the browser draws itself: the calendar, lists.
      colorScheme: theme.palette.type,
      fontSize: 14,
      lineHeight: '20px',
      '&:focus-within': {
        outline: `2px solid ${tokens.focus}`,
        outlineOffset: -1,
      },
    },
    wrong: { borderColor: tokens.tones.failing.icon },
    label: {
      display: 'block',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
    input: { ...input, width: '100%' },
    chips: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 4,
    },
    chip: {
      display: 'inline-flex',
      alignItems: 'center',
      maxWidth: '100%',
      paddingLeft: 6,
      borderRadius: 3,
      border: `1px solid ${tokens.border}`,
      background: tokens.codeBg,
      fontFamily: MONO_FONT,
      fontSize: 12,
      lineHeight: '18px',
    },
    chipText: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    remove: {
      flex: 'none',
      width: 20,
      height: 20,
      padding: 0,
      border: 0,
      borderRadius: 3,
      font: 'inherit',
      cursor: 'pointer',
      color: tokens.secondary,
      background: 'transparent',
      '&:hover': { color: theme.palette.text.primary },
      '&:focus-visible': { outline: `2px solid ${tokens.focus}` },
      [PHONE]: { width: 32, height: 32 },
    },
    entry: { ...input, flex: '1 1 96px', width: 96 },
    select: {
      ...input,
      flex: 'none',
      maxWidth: 110,
      color: tokens.secondary,
      fontSize: 12,
      '& option': { color: theme.palette.text.primary },
      '& option, &': { background: theme.palette.background.paper },
    },
    problem: {
      margin: '4px 0 0',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.tones.failing.text,
    },
    help: {
      margin: '4px 0 0',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
  };
});
