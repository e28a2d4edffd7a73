import { makeStyles } from '@material-ui/core/styles';
import { MONO_FONT, statusTokens } from '@callboard/plugin-callboard-react';

/** Below this seven columns have no room. */
const NARROW = '@media (max-width:1100px)';

const COLUMNS =
  'minmax(220px, 2.6fr) minmax(90px, 1fr) 116px minmax(130px, 2.2fr) minmax(140px, 1.2fr) 72px minmax(124px, 1.2fr)';

/** Rows of columns; on a narrow screen cards whose cells carry their names. */
export const useTableStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const line = {
    display: 'grid',
    gridTemplateColumns: COLUMNS,
    gap: '4px 16px',
    padding: '10px 16px',
  };
  return {
    root: { fontSize: 14, lineHeight: '20px' },
    head: {
      ...line,
      padding: '8px 16px',
      fontSize: 12,
      lineHeight: '16px',
      fontWeight: 700,
      color: tokens.secondary,
      borderBottom: `1px solid ${tokens.border}`,
      [NARROW]: {
        position: 'absolute',
        width: 1,
        height: 1,
        padding: 0,
        overflow: 'hidden',
        clip: 'rect(0 0 0 0)',
      },
    },
    row: {
      ...line,
      alignItems: 'start',
      '& + &': { borderTop: `1px solid ${tokens.border}` },
      '&:hover, &:focus-within': { background: tokens.hover },
      [NARROW]: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '6px 16px',
        padding: '12px',
      },
    },
    cell: { minWidth: 0, overflowWrap: 'anywhere' },
    main: { [NARROW]: { flexBasis: '100%' } },
    /** Says nothing where there is room for nothing. */
    quiet: { [NARROW]: { display: 'none' } },
    name: {
      display: 'none',
      [NARROW]: {
        display: 'inline',
        marginRight: 4,
        fontSize: 12,
        color: tokens.secondary,
      },
    },
    title: {
      fontWeight: 700,
      color: tokens.link,
      '&:focus-visible': {
        outline: `2px solid ${tokens.focus}`,
        outlineOffset: 2,
        borderRadius: 2,
      },
      [theme.breakpoints.down('xs')]: {
        display: 'inline-block',
        padding: '4px 0',
      },
    },
    small: { fontSize: 12, lineHeight: '16px', color: tokens.secondary },
    /** Smaller, in line with the title. */
    aside: { fontSize: 12, lineHeight: '20px', color: tokens.secondary },
    tag: {
      display: 'inline-block',
      marginRight: 4,
      padding: '0 5px',
      borderRadius: 3,
      background: tokens.codeBg,
      color: theme.palette.text.primary,
    },
    state: {
      display: 'inline-block',
      padding: '1px 8px',
      border: `1px solid ${tokens.tones.none.line}`,
      borderRadius: 12,
      fontSize: 12,
      lineHeight: '16px',
      whiteSpace: 'nowrap',
    },
    published: {
      color: tokens.tones.ok.text,
      background: tokens.tones.ok.tint,
      borderColor: tokens.tones.ok.line,
    },
    archived: {
      color: tokens.secondary,
      background: tokens.tones.none.tint,
    },
    states: { display: 'inline-flex', flexWrap: 'wrap', gap: 4 },
    draft: { borderStyle: 'dashed' },
    code: {
      display: 'inline-block',
      maxWidth: '100%',
      boxSizing: 'border-box',
      margin: '0 4px 2px 0',
      padding: '1px 6px',
      borderRadius: 3,
      border: `1px solid ${tokens.border}`,
      background: tokens.codeBg,
      fontFamily: MONO_FONT,
      fontSize: 12,
      lineHeight: '16px',
      overflowWrap: 'anywhere',
    },
  };
});
