import { makeStyles } from '@material-ui/core/styles';
import { PHONE, statusTokens } from '@callboard/plugin-callboard-react';

/** Cells of the tables of a cluster. */
export const useClusterStyles = makeStyles(theme => ({
  name: { fontWeight: 700, overflowWrap: 'anywhere' },
  small: {
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  number: {
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  amount: { fontVariantNumeric: 'tabular-nums' },
  bar: { [PHONE]: { display: 'none' } },
  text: { margin: 0, padding: 16, color: statusTokens(theme).secondary },
  conditions: { display: 'grid', gap: 4 },
}));
