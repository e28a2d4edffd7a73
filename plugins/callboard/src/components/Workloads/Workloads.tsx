import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { Observation } from '@callboard/plugin-callboard-common';
import { Panel, statusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { ClusterRows } from './ClusterRows';
import { clusterGroups } from './clusterGroups';
import { useWorkloadStyles } from './useWorkloadStyles';

const useStyles = makeStyles(theme => ({
  absent: {
    margin: 0,
    padding: '10px 16px',
    '* + &': { borderTop: `1px solid ${statusTokens(theme).border}` },
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
    overflowWrap: 'anywhere',
  },
}));

/** What the service has in its clusters, one row a workload; nothing where nobody looks there. */
export function Workloads(props: {
  readonly observations: readonly Observation[];
}) {
  const classes = useStyles();
  const table = useWorkloadStyles();
  const t = useTexts();
  const { groups, absent } = clusterGroups(props.observations);
  if (groups.length === 0 && absent.length === 0) {
    return null;
  }
  const columns = [
    { label: t('workloads.columnName') },
    { label: t('workloads.columnReady'), className: table.wide },
    { label: t('workloads.columnVersion'), className: table.wide },
    { label: t('workloads.columnRestarts'), className: table.wide },
    { label: t('workloads.columnStatus') },
  ];
  return (
    <Panel
      title={t('workloads.title')}
      subtitle={
        groups.length > 0 && t('workloads.clusters', { count: groups.length })
      }
    >
      {groups.length > 0 && (
        <Table
          className={table.table}
          aria-label={t('workloads.title')}
          // A table that is laid out as blocks is none to a screen reader without its roles.
          role="table"
        >
          <TableHead>
            <TableRow>
              {columns.map(({ label, className }) => (
                <TableCell key={label} className={className}>
                  {label}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          {groups.map(group => (
            <ClusterRows
              key={`${group.observation.source} ${group.observation.subject}`}
              group={group}
            />
          ))}
        </Table>
      )}
      {absent.length > 0 && (
        <p className={classes.absent}>
          {t('workloads.absent', { clusters: absent.join(', ') })}
        </p>
      )}
    </Panel>
  );
}
