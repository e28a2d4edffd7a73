import type { FindingSnapshot } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { FindingWords } from './FindingWords';
import { useStyles } from './useStyles';
import { WriteButton } from './WriteButton';

/** Something is wrong, and no runbook of any kind is for it. */
export function NoneFits(props: {
  readonly entityRef: string;
  readonly finding: FindingSnapshot;
  readonly mayCreate: boolean;
}) {
  const { entityRef, finding, mayCreate } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <div className={classes.row}>
      <div className={classes.body}>
        <div>{t('entity.noFit')}</div>
        <div className={classes.small}>
          <FindingWords finding={finding} />
        </div>
      </div>
      {mayCreate && (
        <div className={classes.actions}>
          <WriteButton primary entityRef={entityRef} finding={finding} />
        </div>
      )}
    </div>
  );
}
