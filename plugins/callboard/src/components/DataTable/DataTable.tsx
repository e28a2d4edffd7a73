import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { statusTokens } from '../../theme/statusTokens';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    // A narrow card scrolls sideways inside itself, never the page.
    scroll: { overflowX: 'auto' },
    table: {
      '& td, & th': {
        padding: '9px 8px',
        verticalAlign: 'top',
        fontSize: 14,
        lineHeight: '20px',
        fontWeight: 400,
        borderColor: tokens.border,
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
      '& tbody tr:last-child > *': { borderBottom: 0 },
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
        <TableBody>{children}</TableBody>
      </Table>
    </div>
  );
}
