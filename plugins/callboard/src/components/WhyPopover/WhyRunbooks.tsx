import { makeStyles } from '@material-ui/core/styles';
import type { Observation } from '@callboard/plugin-callboard-common';
import type { RunbookOf, RunbookOfFinding } from '../../hooks/useRunbooks';
import { RunbookLink } from '../RunbookLink';

/** Runbooks that a small window has room for. */
const MAX_COUNT = 3;

const useStyles = makeStyles({ root: { padding: '0 16px 12px' } });

/** The runbooks of what an observation found, each once; the worst finding's first. */
export function WhyRunbooks(props: {
  readonly observation: Observation;
  readonly runbookOf: RunbookOf;
}) {
  const { observation, runbookOf } = props;
  const classes = useStyles();
  const found = observation.findings.flatMap(finding => {
    const runbook = runbookOf({ aspect: observation.aspect, finding });
    return runbook ? [{ runbook, finding }] : [];
  });
  const titles = found.map(({ runbook }) => titleOf(runbook));
  const fitting = found.filter(
    (_, index) =>
      titles[index] !== undefined && titles.indexOf(titles[index]) === index,
  );
  const shown = fitting.length > 0 ? fitting : found.slice(0, 1);
  if (shown.length === 0) {
    return null;
  }
  return (
    <div className={classes.root}>
      {shown.slice(0, MAX_COUNT).map(({ runbook, finding }) => (
        <RunbookLink
          key={finding.fingerprint}
          runbook={runbook}
          status={finding.status}
        />
      ))}
    </div>
  );
}

function titleOf(runbook: RunbookOfFinding): string | undefined {
  return runbook.type === 'none' ? undefined : runbook.title;
}
