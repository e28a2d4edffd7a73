import { ReactNode, useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Card from '@material-ui/core/Card';
import { statusTokens } from '../../theme/statusTokens';

const useStyles = makeStyles(theme => ({
  // On pages of an entity the portal may have another font around it.
  root: { overflow: 'visible', fontFamily: theme.typography.fontFamily },
  head: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '4px 8px',
    minHeight: 48,
    padding: '8px 16px',
    borderBottom: `1px solid ${statusTokens(theme).border}`,
  },
  title: { margin: 0, fontSize: 16, lineHeight: '24px', fontWeight: 700 },
  subtitle: {
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
  },
  grow: { flex: 1 },
}));

/**
 * A card with a title; `actions` stand at the right of it.
 * @public
 */
export function Panel(props: {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly busy?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { title, subtitle, actions, busy, className, children } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <Card
      component="section"
      aria-labelledby={id}
      aria-busy={busy || undefined}
      className={[classes.root, className].filter(Boolean).join(' ')}
    >
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {subtitle && <span className={classes.subtitle}>{subtitle}</span>}
        <span className={classes.grow} />
        {actions}
      </div>
      {children}
    </Card>
  );
}
