import { makeStyles } from '@material-ui/core/styles';
import Paper from '@material-ui/core/Paper';
import { PHONE, statusTokens } from '@callboard/plugin-callboard-react';
import type { Run } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { targetWords } from '../../run/targetWords';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      padding: '12px 16px',
      border: `2px solid ${tokens.tones.failing.icon}`,
      overflowWrap: 'anywhere',
      [PHONE]: { padding: '10px 12px' },
    },
    practice: { borderColor: tokens.borderStrong },
    title: { margin: 0, fontSize: 16, lineHeight: '24px' },
    small: {
      margin: 0,
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
  };
});

/** Where the commands of a run act: what someone has to know before anything else. */
export function RunTarget(props: { readonly run: Run }) {
  const { params, finding, dryRun } = props.run;
  const classes = useStyles();
  const t = useTexts();
  const target = targetWords(params);
  const origin = () => {
    if (target === '') {
      return t('run.targetNone');
    }
    return finding?.code
      ? t('run.targetFromFinding', { code: finding.code })
      : t('run.targetFromPerson');
  };
  return (
    <Paper
      className={[classes.root, dryRun && classes.practice]
        .filter(Boolean)
        .join(' ')}
    >
      <p className={classes.title}>
        {dryRun && <b>{t('run.dryRun')}: </b>}
        {target ? (
          <b>{t('run.target', { target })}</b>
        ) : (
          <b>{t('run.targetUnknown')}</b>
        )}
      </p>
      <p className={classes.small}>{origin()}</p>
    </Paper>
  );
}
