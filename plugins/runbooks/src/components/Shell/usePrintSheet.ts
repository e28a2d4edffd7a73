import { makeStyles } from '@material-ui/core/styles';

/** Marks what is printed of a page of the portal. */
export const PRINT_SHEET = { 'data-print-sheet': '' } as const;

const SHEET = '[data-print-sheet]';
const AROUND = `body, body :has(${SHEET})`;

/**
 * Prints what is marked as the sheet, black on white: without the portal around it, and without
 * anything to press or to fill in.
 */
export const usePrintSheet = makeStyles({
  '@global': {
    '@media print': {
      [`body *:not(:has(${SHEET})):not(${SHEET}):not(${SHEET} *)`]: {
        display: 'none !important',
      },
      [`html, ${AROUND}`]: {
        display: 'block !important',
        position: 'static !important' as 'static',
        width: 'auto !important',
        minWidth: '0 !important',
        height: 'auto !important',
        minHeight: '0 !important',
        maxHeight: 'none !important',
        margin: '0 !important',
        padding: '0 !important',
        overflow: 'visible !important',
        background: '#fff !important',
        boxShadow: 'none !important',
        transition: 'none !important',
        colorScheme: 'light',
      },
      [`${SHEET}, ${SHEET} *`]: {
        color: '#000 !important',
        background: 'none !important',
        borderColor: '#767676 !important',
        boxShadow: 'none !important',
      },
      [`${SHEET} :is(button, input, select, textarea, [role="button"])`]: {
        display: 'none !important',
      },
      // What is folded on a screen is read on paper.
      [`${SHEET} details::details-content`]: { contentVisibility: 'visible' },
      [`${SHEET} a[href^="http"][target="_blank"]::after`]: {
        content: '" (" attr(href) ")"',
        fontWeight: 400,
        overflowWrap: 'anywhere',
      },
      [`${SHEET} :is(h1, h2, h3, h4, h5, h6)`]: { breakAfter: 'avoid' },
      [`${SHEET} :is(pre, blockquote, tr, figure)`]: { breakInside: 'avoid' },
    },
  },
});
