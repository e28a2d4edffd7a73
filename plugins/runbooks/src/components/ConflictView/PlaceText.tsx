import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { MONO_FONT, statusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      minWidth: 0,
      borderRadius: 4,
      border: `1px solid ${tokens.border}`,
      background: theme.palette.background.paper,
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: '0 8px',
      margin: 0,
      padding: '8px 12px',
      fontSize: 14,
      lineHeight: '20px',
      fontWeight: 700,
      borderBottom: `1px solid ${tokens.border}`,
    },
    when: { fontSize: 12, fontWeight: 400, color: tokens.secondary },
    text: {
      margin: 0,
      padding: '8px 12px',
      maxHeight: 220,
      overflow: 'auto',
      fontFamily: MONO_FONT,
      fontSize: 13,
      lineHeight: '20px',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    nothing: { color: tokens.secondary, fontStyle: 'italic' },
  };
});

/** One of three texts of a place. */
export function PlaceText(props: {
  readonly title: string;
  readonly when: string;
  readonly children: ReactNode;
}) {
  const { title, when, children } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.root}>
      <h4 className={classes.head}>
        <span>{title}</span>
        <span className={classes.when}>{when}</span>
      </h4>
      <pre className={classes.text}>
        {children === '' ? (
          <span className={classes.nothing}>{t('conflict.nothing')}</span>
        ) : (
          children
        )}
      </pre>
    </div>
  );
}
