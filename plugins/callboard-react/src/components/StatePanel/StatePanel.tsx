import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Paper from '@material-ui/core/Paper';
import { Tone } from '../../theme/statusTokens';
import { Glyph, GlyphName } from '../Glyph';
import { StatusIcon } from '../StatusIcon';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: 14,
    padding: '28px 24px',
    [theme.breakpoints.down('xs')]: { padding: '20px 12px' },
  },
  body: { flex: 1, minWidth: 0, maxWidth: 640 },
  title: { margin: 0, fontSize: 18, lineHeight: '26px', fontWeight: 700 },
  text: { fontSize: 14, lineHeight: '20px', '& > p': { margin: 0 } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 },
}));

/**
 * What stands where rows would: nothing matches, nothing configured, not allowed, broken.
 * @public
 */
export function StatePanel(props: {
  readonly icon: { readonly glyph: GlyphName } | { readonly status: Tone };
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons, the one that helps most first. */
  readonly actions?: ReactNode;
  /** Inside something that is a card already. */
  readonly flat?: boolean;
}) {
  const { icon, title, children, actions, flat } = props;
  const classes = useStyles();
  return (
    <Paper className={classes.root} elevation={flat ? 0 : 1}>
      {'glyph' in icon ? (
        <Glyph name={icon.glyph} size={24} />
      ) : (
        <StatusIcon status={icon.status} size={24} />
      )}
      <div className={classes.body}>
        <h3 className={classes.title}>{title}</h3>
        <div className={classes.text}>{children}</div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
    </Paper>
  );
}
