import type { Problem } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { HintChip } from './HintChip';
import { useStyles } from './useStyles';

/** What a team should look at; the hint says what to do about it. */
export function ProblemChips(props: { readonly problems: readonly Problem[] }) {
  const { problems } = props;
  const classes = useStyles();
  const t = useTexts();
  if (problems.length === 0) {
    return null;
  }
  return (
    <div className={classes.chips}>
      {problems.map(({ code, message, hint }) => (
        <HintChip
          key={`${code} ${message}`}
          hint={`${message} ${hint}`}
          className={classes.problem}
        >
          {t(`entity.problem.${code}`)}
        </HintChip>
      ))}
    </div>
  );
}
