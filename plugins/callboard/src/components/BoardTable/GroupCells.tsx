import ButtonBase from '@material-ui/core/ButtonBase';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { NO_VALUE, OverallStatus } from '@callboard/plugin-callboard-common';
import {
  entityName,
  Glyph,
  Since,
  StatusIcon,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { BoardGroup } from '../../board/boardGroups';
import { countAll, worstOf } from '../../board/counts';
import { GroupFacts } from '../../board/groupFacts';
import { groupSentence } from '../../board/groupSentence';
import { useTexts } from '../../hooks/useTexts';
import { sourcesRouteRef } from '../../routes';
import { GroupCounts } from '../GroupCounts';
import { RowClasses } from './useRowStyles';

/** What is known of the services of a group, in one line. */
function FactsLine(props: {
  readonly facts: GroupFacts;
  readonly classes: RowClasses;
}) {
  const { facts, classes } = props;
  const t = useTexts();
  const parts = [
    ...facts.sources,
    ...(facts.owners > 1
      ? [t('board.groupOwners', { count: facts.owners })]
      : []),
    ...(facts.names.length > 0 ? [facts.names.join(', ')] : []),
  ];
  return (
    <div className={classes.second}>
      {facts.since && <Since at={facts.since} atLeast={facts.atLeast} />}
      {facts.since && parts.length > 0 && ' · '}
      {parts.join(' · ')}
    </div>
  );
}

/** The line of a group: what its services share, since when, whose, and how they are. */
export function GroupCells(props: {
  readonly group: BoardGroup;
  readonly open: boolean;
  readonly facts: GroupFacts | undefined;
  /** 0 is the group itself, 1 the link beside it. */
  readonly tabColumn: number | undefined;
  readonly classes: RowClasses;
  onToggle(group: BoardGroup): void;
}) {
  const { group, open, facts, tabColumn, classes, onToggle } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const sources = useRouteRef(sourcesRouteRef);
  const aside = group.kind === 'fine' || group.kind === 'nothing';
  const count = countAll(group.counts);
  const title = () => {
    switch (group.kind) {
      case 'fine':
        return t('board.fine', { count });
      case 'nothing':
        return t('board.nothingConnected', { count });
      case 'code':
        return groupSentence({ code: group.value, count, t });
      case 'source':
        return group.value;
      default:
        return group.value === NO_VALUE
          ? t(`board.noValue.${group.kind}`)
          : entityName(group.value);
    }
  };
  return (
    <div role="gridcell" className={classes.group}>
      <ButtonBase
        className={classes.groupHead}
        aria-expanded={open}
        data-column={0}
        tabIndex={tabColumn === 0 ? 0 : -1}
        onClick={() => onToggle(group)}
      >
        <Glyph name={open ? 'down' : 'right'} size={18} />
        {group.kind !== 'nothing' && (
          <StatusIcon status={statusOf(group)} size={aside ? 18 : 20} />
        )}
        <div style={{ minWidth: 0 }}>
          <span className={aside ? classes.groupFine : classes.groupTitle}>
            {title()}
          </span>
          {group.kind === 'code' && (
            <span className={classes.code}>{group.value}</span>
          )}
          {group.kind === 'nothing' && (
            <span className={controls.secondary}>{` ${t(
              'board.nothingConnectedText',
            )}`}</span>
          )}
          {facts && <FactsLine facts={facts} classes={classes} />}
        </div>
      </ButtonBase>
      {group.kind === 'nothing' && (
        <Link
          className={controls.link}
          to={sources()}
          data-column={1}
          tabIndex={tabColumn === 1 ? 0 : -1}
        >
          {t('board.connectThem')}
        </Link>
      )}
      {!aside && <GroupCounts counts={group.counts} words />}
    </div>
  );
}

/** How bad what they share is: a note of services that fail for another reason is only a note. */
function statusOf({ worst, counts }: BoardGroup): OverallStatus {
  if (worst === 'note') {
    return 'none';
  }
  return worst ?? worstOf(counts);
}
