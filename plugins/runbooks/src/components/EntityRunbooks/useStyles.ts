import { makeStyles } from '@material-ui/core/styles';
import { PHONE, statusTokens } from '@callboard/plugin-callboard-react';

/** How the rows of runbooks look, on the tab and on the card. */
export const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const focus = {
    outline: `2px solid ${tokens.focus}`,
    outlineOffset: 1,
    borderRadius: 2,
  };
  return {
    runs: { padding: '0 16px' },
    details: { fontSize: 12, lineHeight: '16px', color: tokens.link },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    heading: {
      margin: 0,
      padding: '10px 16px 6px',
      fontSize: 12,
      lineHeight: '16px',
      fontWeight: 700,
      color: tokens.secondary,
    },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: '8px 12px',
      padding: '10px 16px',
      borderTop: `1px solid ${tokens.border}`,
      '&:first-child': { borderTop: 0 },
    },
    body: {
      flex: '1 1 240px',
      minWidth: 0,
      display: 'grid',
      gap: 4,
      fontSize: 14,
      lineHeight: '20px',
      overflowWrap: 'anywhere',
    },
    title: {
      fontWeight: 700,
      color: tokens.link,
      '&:focus-visible': focus,
    },
    titleLine: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '4px 8px',
    },
    fit: { margin: 0 },
    small: {
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '4px 12px',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
    verified: { display: 'inline-flex', alignItems: 'center', gap: 4 },
    chips: { display: 'flex', flexWrap: 'wrap', gap: 4 },
    chip: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      padding: '2px 8px',
      border: `1px solid ${tokens.tones.none.line}`,
      borderRadius: 12,
      fontSize: 12,
      lineHeight: '16px',
      color: theme.palette.text.primary,
      '&:focus-visible': { ...focus, borderRadius: 12 },
    },
    problem: {
      color: tokens.tones.warning.text,
      background: tokens.tones.warning.tint,
      borderColor: tokens.tones.warning.line,
    },
    waits: {
      color: tokens.tones.activity.text,
      background: tokens.tones.activity.tint,
      borderColor: tokens.tones.activity.line,
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 8,
      [PHONE]: { flexBasis: '100%' },
    },
    note: { margin: 0, padding: '10px 16px', fontSize: 14, lineHeight: '20px' },
    failed: { flexBasis: '100%', color: tokens.tones.failing.text },
    boxes: { display: 'grid', gap: 12, padding: 16 },
  };
});
