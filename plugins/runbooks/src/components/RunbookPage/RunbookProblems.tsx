import { makeStyles } from '@material-ui/core/styles';
import { Panel, statusTokens } from '@callboard/plugin-callboard-react';
import type { Problem } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: '8px 16px 12px',
    listStyle: 'none',
    overflowWrap: 'anywhere',
    '& li + li': { marginTop: 8 },
  },
  hint: {
    display: 'block',
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
  },
}));

/** What the team should look at, and what to do about it. */
export function RunbookProblems(props: {
  readonly problems: readonly Problem[];
}) {
  const classes = useStyles();
  const t = useTexts();
  if (props.problems.length === 0) {
    return null;
  }
  return (
    <Panel title={t('reader.problems')}>
      <ul className={classes.list}>
        {props.problems.map(({ code, message, hint }) => (
          <li key={`${code} ${message}`}>
            {message}
            <span className={classes.hint}>{hint}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
