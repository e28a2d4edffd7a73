import {
  isExternal,
  keyOf,
  type EntityRunbook,
} from '../../entity/entityRunbooks';
import { ExternalRow } from './ExternalRow';
import { RunbookRow } from './RunbookRow';
import { useStyles } from './useStyles';

/** Runbooks of an entity, in the order given. */
export function RunbookRows(props: {
  readonly entityRef: string;
  /** Names the list for those who do not see it. */
  readonly label: string;
  readonly items: readonly EntityRunbook[];
}) {
  const { entityRef, label, items } = props;
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map(({ runbook, fits, foreign }, at) =>
        isExternal(runbook) ? (
          <ExternalRow key={keyOf(runbook)} runbook={runbook} fits={fits} />
        ) : (
          <RunbookRow
            key={keyOf(runbook)}
            entityRef={entityRef}
            runbook={runbook}
            fits={fits}
            foreign={foreign}
            first={at === 0}
          />
        ),
      )}
    </ul>
  );
}
