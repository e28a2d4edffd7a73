import { makeStyles } from '@material-ui/core/styles';
import { Aspect } from '@callboard/plugin-callboard-common';
import { statusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      position: 'sticky',
      top: 0,
      zIndex: 2,
      display: 'grid',
      gridTemplateColumns: 'var(--callboard-columns)',
      borderBottom: `1px solid ${tokens.border}`,
      borderRadius: '4px 4px 0 0',
      background: theme.palette.background.paper,
      color: tokens.secondary,
      fontSize: 12,
      lineHeight: '16px',
      fontWeight: 700,
      whiteSpace: 'nowrap',
    },
    cell: { padding: 8, '&:first-child': { paddingLeft: 16 } },
    aspect: { padding: '8px 2px', textAlign: 'center' },
  };
});

/** The names of the columns; they stay in sight. */
export function BoardHeadings(props: {
  readonly aspects: readonly Aspect[];
  readonly withChange: boolean;
}) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <div role="rowgroup" style={{ display: 'contents' }}>
      <div role="row" aria-rowindex={1} className={classes.root}>
        <span role="columnheader" className={classes.cell}>
          {t('board.columnStatus')}
        </span>
        <span role="columnheader" className={classes.cell}>
          {t('board.columnService')}
        </span>
        <span role="columnheader" className={classes.cell}>
          {t('board.columnWhy')}
        </span>
        {props.withChange && (
          <span role="columnheader" className={classes.cell}>
            {t('board.columnChange')}
          </span>
        )}
        {props.aspects.map(aspect => (
          <span key={aspect} role="columnheader" className={classes.aspect}>
            {t(`status.aspect.${aspect}`)}
          </span>
        ))}
      </div>
    </div>
  );
}
