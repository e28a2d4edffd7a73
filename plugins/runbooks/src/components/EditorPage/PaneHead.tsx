import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { statusTokens } from '@callboard/plugin-callboard-react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 8px',
    minHeight: 44,
    padding: '4px 12px',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${statusTokens(theme).border}`,
  },
  title: { margin: 0, fontSize: 12, lineHeight: '16px', fontWeight: 700 },
}));

/** The line above one half of the editor. */
export function PaneHead(props: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <h2 className={classes.title}>{props.title}</h2>
      {props.children}
    </div>
  );
}
