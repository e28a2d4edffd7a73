import { memo } from 'react';
import { Link } from 'react-router-dom';
import { Aspect, ServiceStatus } from '@callboard/plugin-callboard-common';
import { entityName, Instant, Since } from '@callboard/plugin-callboard-react';
import { rowActivity } from '../../board/rowActivity';
import { Texts } from '../../hooks/useTexts';
import { ActivityBadge } from '../ActivityBadge';
import { StatusPill } from '../StatusWord';
import { AspectCell } from './AspectCell';
import { AspectChips } from './AspectChips';
import { FIRST_ASPECT_COLUMN, TableLayout } from './columns';
import { RowClasses } from './useRowStyles';
import { WhyCell } from './WhyCell';

interface CellsProps {
  readonly row: ServiceStatus;
  readonly aspects: readonly Aspect[];
  readonly path: string;
  readonly changed: boolean;
  /** The column that Tab leads to, if it is in this row. */
  readonly tabColumn: number | undefined;
  readonly layout: TableLayout;
  readonly classes: RowClasses;
  readonly t: Texts;
  onOpen(name: string, path: string): void;
}

function ChangeCell(props: CellsProps) {
  const { row, classes, layout, tabColumn, t } = props;
  const { lastChange } = row;
  return (
    <div
      role="gridcell"
      className={`${classes.cell} ${classes.change}`}
      data-column={3}
      tabIndex={tabColumn === 3 ? 0 : -1}
    >
      {layout === 'card' && (
        <span className={classes.calm}>{`${t('board.changed')} `}</span>
      )}
      {lastChange ? (
        <>
          <span title={lastChange.title}>{lastChange.title}</span>
          <div className={classes.second}>
            <Instant at={lastChange.at} />
            {lastChange.actor &&
              ` ${t('board.by', { actor: lastChange.actor })}`}
          </div>
        </>
      ) : (
        <span className={classes.calm}>{t('board.noChange')}</span>
      )}
    </div>
  );
}

/** The cells of a service: status and since, who, why, the last change, the aspects. */
export const ServiceCells = memo(function Cells(props: CellsProps) {
  const { row, aspects, path, changed, tabColumn, layout, classes, t, onOpen } =
    props;
  const activity = rowActivity(row);
  const tabIndex = (column: number) => (tabColumn === column ? 0 : -1);
  return (
    <>
      <div
        role="gridcell"
        className={`${classes.cell} ${classes.pair}`}
        data-column={0}
        tabIndex={tabIndex(0)}
      >
        <div className={classes.first}>
          <StatusPill status={row.status} />
          {changed && (
            <span className={classes.news}>{t('status.changedJustNow')}</span>
          )}
          {!changed && activity && <ActivityBadge short activity={activity} />}
        </div>
        <div className={classes.second}>
          {row.status !== 'none' && (
            <Since at={row.since} atLeast={row.atLeast} />
          )}
        </div>
      </div>
      <div role="gridcell" className={`${classes.cell} ${classes.pair}`}>
        {/* The portal's own link is six components, which is felt while scrolling. */}
        <Link
          to={path}
          onClick={() => onOpen(row.title ?? row.name, path)}
          className={classes.name}
          title={row.title ?? row.name}
          data-column={1}
          tabIndex={tabIndex(1)}
        >
          {row.title ?? row.name}
        </Link>
        <div className={classes.second}>
          {row.owner ? entityName(row.owner) : t('board.noOwner')}
        </div>
      </div>
      <WhyCell row={row} classes={classes} t={t} tabbable={tabColumn === 2} />
      {layout !== 'narrow' && <ChangeCell {...props} />}
      {layout === 'card' ? (
        <div role="gridcell">
          <AspectChips row={row} aspects={aspects} classes={classes} t={t} />
        </div>
      ) : (
        aspects.map((aspect, index) => (
          <AspectCell
            key={aspect}
            aspect={aspect}
            known={row.aspects[aspect]}
            column={FIRST_ASPECT_COLUMN + index}
            tabbable={tabColumn === FIRST_ASPECT_COLUMN + index}
            classes={classes}
            t={t}
          />
        ))
      )}
    </>
  );
});
