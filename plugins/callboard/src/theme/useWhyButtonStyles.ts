import { makeStyles } from '@material-ui/core/styles';
import { PHONE, statusTokens } from '@callboard/plugin-callboard-react';

/** "Why?" beside a status. */
export const useWhyButtonStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      padding: '0 4px',
      borderRadius: 3,
      fontFamily: 'inherit',
      fontSize: 12,
      lineHeight: '20px',
      color: tokens.link,
      '&:focus-visible': { outline: `2px solid ${tokens.focus}` },
      // A finger needs 44 px; the drawing stays small.
      [PHONE]: {
        '&::after': { content: '""', position: 'absolute', inset: -12 },
      },
    },
  };
});
