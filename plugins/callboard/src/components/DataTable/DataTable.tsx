import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { PHONE, statusTokens } from '@callboard/plugin-callboard-react';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    // A narrow card scrolls sideways inside itself, never the page.
    scroll: { position: 'relative', overflowX: 'auto' },
    table: {
      '& td, & th': {
        padding: '9px 8px',
        verticalAlign: 'top',
        fontSize: 14,
        lineHeight: '20px',
        fontWeight: 400,
        borderBottom: `1px solid ${tokens.border}`,
      },
      '& td:first-child, & th:first-child': { paddingLeft: 16 },
      '& td:last-child, & th:last-child': { paddingRight: 16 },
      '& thead th': {
        padding: 8,
        fontSize: 12,
        lineHeight: '16px',
        fontWeight: 700,
        verticalAlign: 'bottom',
        whiteSpace: 'nowrap',
        color: tokens.secondary,
        background: 'transparent',
        borderTop: 0,
      },
      '& tbody tr, & tbody tr:nth-of-type(odd)': { background: 'transparent' },
      '& tbody tr[aria-current="true"]': { background: tokens.selected },
      '& tbody tr:last-child > *': { borderBottom: 0 },
      // On a phone a row is a card; what a number means stands before it.
      [PHONE]: {
        display: 'block',
        minWidth: '0 !important',
        '& tbody, & tbody td, & tbody th': { display: 'block' },
        '& thead, & colgroup': { display: 'none' },
        '& tbody tr': {
          display: 'flex',
          flexWrap: 'wrap',
          gap: '2px 16px',
          padding: '10px 12px',
          borderBottom: `1px solid ${tokens.border}`,
        },
        '& tbody tr:last-child': { borderBottom: 0 },
        '& tbody td, & tbody th': {
          flex: '1 1 100%',
          minWidth: 0,
          padding: '0 !important',
          borderBottom: 0,
          textAlign: 'left',
        },
        '& tbody td[data-label]': { flex: '0 1 auto', fontSize: 12 },
        '& tbody td[data-label]::before': {
          content: 'attr(data-label) " "',
          color: tokens.secondary,
        },
      },
    },
    end: { textAlign: 'right' },
    silent: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  };
});

/** A column's head; widths in pixels, and what is left goes to those without one. */
export interface DataColumn {
  readonly key: string;
  readonly label: string;
  readonly widthPx?: number;
  readonly end?: boolean;
  /** The label is read aloud only. */
  readonly silent?: boolean;
}

/** A table in a card: quiet heads, rows of two lines, scrolling inside itself. */
export function DataTable(props: {
  readonly label: string;
  readonly columns: readonly DataColumn[];
  readonly minWidthPx: number;
  readonly children: ReactNode;
}) {
  const { label, columns, minWidthPx, children } = props;
  const classes = useStyles();
  return (
    <div className={classes.scroll}>
      <Table
        className={classes.table}
        style={{ minWidth: minWidthPx }}
        aria-label={label}
        // A table that is laid out as blocks is none to a screen reader without its roles.
        role="table"
      >
        <colgroup>
          {columns.map(({ key, widthPx }) => (
            <col key={key} style={widthPx ? { width: widthPx } : undefined} />
          ))}
        </colgroup>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell
                key={column.key}
                className={column.end ? classes.end : undefined}
              >
                <span className={column.silent ? classes.silent : undefined}>
                  {column.label}
                </span>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody role="rowgroup">{children}</TableBody>
      </Table>
    </div>
  );
}
