import { makeStyles } from '@material-ui/core/styles';
import { MONO_FONT, statusTokens } from '@callboard/plugin-callboard-react';

/** As the table's width has it, which a media query does not know. */
const CARD = '[data-layout="card"] &';

/** The look of the table's lines; one sheet, because rows come and go while scrolling. */
export const useRowStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const focus = {
    outline: `2px solid ${tokens.focus}`,
    outlineOffset: 1,
    borderRadius: 4,
  };
  const oneLine = {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap' as const,
  };
  return {
    line: {
      position: 'absolute',
      left: 0,
      right: 0,
      top: 0,
      boxSizing: 'border-box',
      borderBottom: `1px solid ${tokens.border}`,
      background: 'var(--callboard-row)',
      '--callboard-row': theme.palette.background.paper,
    },
    service: {
      display: 'grid',
      gridTemplateColumns: 'var(--callboard-columns)',
      alignItems: 'start',
      minHeight: 47,
      '&:hover, &:focus-within': { '--callboard-row': tokens.hover },
      [CARD]: { display: 'block', padding: '10px 12px' },
    },
    changed: {
      '&, &:hover, &:focus-within': { '--callboard-row': tokens.changed },
    },
    subtle: { '--callboard-row': tokens.subtle },
    cell: {
      minWidth: 0,
      padding: '5px 8px 4px',
      fontSize: 14,
      lineHeight: '20px',
      '&:first-child': { paddingLeft: 16 },
      '&:focus-visible': { ...focus, outlineOffset: -2 },
      [CARD]: { padding: '0 !important', marginTop: 4 },
    },
    /** On a phone two lines become one. */
    pair: {
      [CARD]: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '0 8px',
      },
    },
    first: {
      display: 'flex',
      alignItems: 'center',
      gap: 8,
      minWidth: 0,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      // Room for the pill's outline, which reaches beyond the words.
      paddingLeft: 5,
      marginLeft: -5,
      paddingTop: 1,
      marginTop: -1,
      paddingBottom: 1,
      marginBottom: -1,
    },
    second: {
      marginTop: 1,
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      ...oneLine,
      [CARD]: { whiteSpace: 'normal' },
    },
    name: {
      display: 'block',
      fontWeight: 700,
      color: tokens.link,
      textDecoration: 'none',
      '&:hover': { textDecoration: 'underline' },
      ...oneLine,
      '&:focus-visible': focus,
    },
    why: {
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      overflowWrap: 'anywhere',
      [CARD]: { fontSize: 15 },
    },
    calm: { fontSize: 12, lineHeight: '16px', color: tokens.secondary },
    change: {
      ...oneLine,
      [CARD]: {
        display: 'block',
        whiteSpace: 'normal',
        '& $second': { display: 'inline', marginLeft: 4 },
      },
    },
    news: { fontSize: 12, lineHeight: '16px', fontWeight: 700 },
    chip: {
      display: 'inline-block',
      height: 16,
      marginRight: 4,
      padding: '0 6px',
      borderRadius: 10,
      boxShadow: `inset 0 0 0 1px ${tokens.tones.none.line}`,
      lineHeight: '16px',
      verticalAlign: 'top',
      color: tokens.secondary,
    },
    aspect: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      minHeight: 36,
      margin: '4px 2px 0',
      padding: '1px 0',
      borderRadius: 4,
      fontSize: 12,
      lineHeight: '16px',
      cursor: 'pointer',
      '&:focus-visible': focus,
    },
    chips: { display: 'flex', flexWrap: 'wrap', gap: 4, marginTop: 6 },
    aspectChip: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      minHeight: 24,
      padding: '0 8px',
      borderRadius: 12,
      fontFamily: 'inherit',
      fontSize: 12,
      lineHeight: '20px',
      whiteSpace: 'nowrap',
    },
    code: {
      marginLeft: 8,
      padding: '1px 5px',
      borderRadius: 3,
      boxShadow: `inset 0 0 0 1px ${tokens.border}`,
      background: tokens.codeBg,
      fontFamily: MONO_FONT,
      fontSize: 12,
      fontWeight: 400,
      lineHeight: '16px',
      whiteSpace: 'nowrap',
    },
    group: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '4px 16px',
      padding: '9px 16px',
    },
    groupHead: {
      display: 'flex',
      flex: 1,
      minWidth: 0,
      alignItems: 'flex-start',
      justifyContent: 'flex-start',
      gap: 8,
      fontFamily: 'inherit',
      fontSize: 14,
      lineHeight: '20px',
      textAlign: 'left',
      '&:focus-visible': focus,
      [CARD]: { flexBasis: '100%', minHeight: 44 },
    },
    groupTitle: { fontSize: 16, lineHeight: '24px', fontWeight: 700 },
    groupFine: { fontSize: 14, lineHeight: '24px', fontWeight: 700 },
    note: {
      padding: '6px 16px',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
  };
});

/** The classes of the table's lines. */
export type RowClasses = ReturnType<typeof useRowStyles>;
