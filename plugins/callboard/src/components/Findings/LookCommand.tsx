import { makeStyles } from '@material-ui/core/styles';
import type { Finding } from '@callboard/plugin-callboard-common';
import { CommandBlock } from '../CommandBlock';
import { toLookCommand } from './toLookCommand';

const useStyles = makeStyles({
  root: { marginTop: 8 },
});

/** A copyable command that looks closer, where a finding gives one. */
export function LookCommand(props: { readonly finding: Finding }) {
  const classes = useStyles();
  const parts = toLookCommand(props.finding);
  if (!parts) {
    return null;
  }
  return (
    <div className={classes.root}>
      <CommandBlock parts={parts} />
    </div>
  );
}
