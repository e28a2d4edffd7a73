import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import {
  Strip,
  Strips,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useShown } from '../../hooks/useShown';
import { useTexts } from '../../hooks/useTexts';
import { ClusterHead } from './ClusterHead';
import type { ClusterGroup } from './clusterGroups';
import { ClusterLine } from './ClusterLine';
import { useWorkloadStyles } from './useWorkloadStyles';
import { WorkloadRow } from './WorkloadRow';

const COLUMNS_COUNT = 5;
/** More are behind a button: what is not well comes first. */
const SHOWN = { firstCount: 10, stepCount: 40 };

const useStyles = makeStyles({
  more: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
  },
});

/** One cluster: what is known of it as a whole, and its workloads. */
export function ClusterRows(props: { readonly group: ClusterGroup }) {
  const { group } = props;
  const { observation, detail, namespace } = group;
  const classes = useStyles();
  const table = useWorkloadStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const workloads = detail?.workloads ?? [];
  const { items, next, showMore } = useShown(workloads, SHOWN);
  // The server sends what matters, not all of hundreds.
  const unsent =
    detail !== undefined && detail.workloadsCount > workloads.length;
  const line = (key: string, children: ReactNode) => (
    <TableRow key={key} role="row">
      <TableCell role="cell" className={table.line} colSpan={COLUMNS_COUNT}>
        {children}
      </TableCell>
    </TableRow>
  );
  return (
    <TableBody role="rowgroup">
      <TableRow role="row">
        <TableCell
          component="th"
          scope="rowgroup"
          role="rowheader"
          colSpan={COLUMNS_COUNT}
          className={table.section}
        >
          <ClusterHead group={group} />
        </TableCell>
      </TableRow>
      {detail &&
        detail.unreadable.length > 0 &&
        line(
          'unreadable',
          <Strips flush>
            {detail.unreadable.map(({ resource, message }) => (
              <Strip key={resource} tone="unknown">
                {t('workloads.unreadable', { resource, message })}
              </Strip>
            ))}
          </Strips>,
        )}
      {workloads.length === 0 &&
        line('sentence', <ClusterLine group={group} />)}
      {detail &&
        items.map(workload => (
          <WorkloadRow
            key={`${workload.kind} ${workload.namespace} ${workload.name}`}
            workload={workload}
            detail={detail}
            observation={observation}
            named={namespace === undefined}
          />
        ))}
      {(next > 0 || unsent) &&
        line(
          'more',
          <div className={classes.more}>
            <span className={table.small}>
              {t('workloads.shown', {
                shown: String(items.length),
                total: String(detail?.workloadsCount ?? workloads.length),
              })}
            </span>
            {next > 0 && (
              <Button className={controls.text} onClick={showMore}>
                {t('workloads.showMore', { count: next })}
              </Button>
            )}
          </div>,
        )}
    </TableBody>
  );
}
