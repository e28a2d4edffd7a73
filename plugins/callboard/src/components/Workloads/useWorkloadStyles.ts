import { makeStyles } from '@material-ui/core/styles';
import {
  MONO_FONT,
  PHONE,
  statusTokens,
} from '@callboard/plugin-callboard-react';

/** The table of workloads: rows of two lines; on a phone name and status alone. */
export const useWorkloadStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const cell = {
    padding: '7px 8px',
    verticalAlign: 'top',
    fontSize: 14,
    lineHeight: '20px',
    fontWeight: 400,
    borderBottom: `1px solid ${tokens.border}`,
    '&:first-child': { paddingLeft: 16 },
    '&:last-child': { paddingRight: 16 },
    [PHONE]: {
      '&:first-child': { paddingLeft: 12 },
      '&:last-child': { paddingRight: 12 },
    },
  } as const;
  return {
    table: {
      tableLayout: 'fixed',
      '& > thead > tr > th': {
        ...cell,
        padding: 8,
        fontSize: 12,
        lineHeight: '16px',
        fontWeight: 700,
        color: tokens.secondary,
        background: 'transparent',
        borderTop: 0,
        '&:first-child': { paddingLeft: 16 },
      },
      '& > thead > tr > th:first-child': { width: '32%' },
      '& > thead > tr > th:last-child': { width: '28%' },
      '& > tbody > tr, & > tbody > tr:nth-of-type(odd)': {
        background: 'transparent',
      },
      '& > tbody:last-child > tr:last-child > *': { borderBottom: 0 },
      [PHONE]: {
        display: 'block',
        '& > thead': { display: 'none' },
        '& > tbody': { display: 'block' },
        '& > tbody > tr': { display: 'flex' },
        '& > tbody > tr > *': { display: 'block', flex: '1 1 0', minWidth: 0 },
        '& > tbody > tr > $wide': { display: 'none' },
      },
    },
    cell,
    /** Only where there is room. */
    wide: { [PHONE]: { display: 'none' } },
    section: {
      ...cell,
      padding: '6px 16px',
      fontSize: 12,
      lineHeight: '20px',
      textAlign: 'left',
      color: tokens.secondary,
      background: tokens.subtle,
      overflowWrap: 'anywhere',
      '& > b': { color: theme.palette.text.primary },
      // The clock would lift its words above the line.
      '& > span': { verticalAlign: 'text-bottom' },
      [PHONE]: { padding: '6px 12px' },
    },
    line: {
      ...cell,
      padding: '8px 16px',
      overflowWrap: 'anywhere',
      [PHONE]: { padding: '8px 12px' },
    },
    number: {
      fontVariantNumeric: 'tabular-nums',
      overflowWrap: 'anywhere',
    },
    /** As it was when its cluster was last heard. */
    past: { color: tokens.secondary },
    version: {
      fontFamily: MONO_FONT,
      fontSize: 13,
      overflowWrap: 'anywhere',
    },
    small: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: '0 8px',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      overflowWrap: 'anywhere',
      fontVariantNumeric: 'tabular-nums',
    },
    toggle: {
      display: 'flex',
      justifyContent: 'flex-start',
      alignItems: 'flex-start',
      gap: 4,
      width: 'calc(100% + 12px)',
      minHeight: 32,
      margin: '-2px 0 -2px -12px',
      padding: '2px 4px',
      borderRadius: 4,
      textAlign: 'left',
      font: 'inherit',
      '&:hover': { background: tokens.hover },
      '&:focus-visible': { outline: `2px solid ${tokens.focus}` },
      [PHONE]: { minHeight: 44, marginLeft: -8, width: 'calc(100% + 8px)' },
    },
    chevron: { marginTop: 2, color: tokens.secondary, flex: 'none' },
    name: { minWidth: 0, '& > b': { overflowWrap: 'anywhere' } },
    status: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '0 6px',
    },
    details: {
      padding: 0,
      borderBottom: `1px solid ${tokens.border}`,
      background: tokens.subtle,
      '&&': { padding: 0 },
    },
  };
});
