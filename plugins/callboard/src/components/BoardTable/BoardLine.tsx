import { forwardRef, memo } from 'react';
import Button from '@material-ui/core/Button';
import { Aspect, ServiceStatus } from '@callboard/plugin-callboard-common';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import { BoardGroup } from '../../board/boardGroups';
import { BoardItem } from '../../board/boardItems';
import { groupFacts } from '../../board/groupFacts';
import { Texts } from '../../hooks/useTexts';
import { TableLayout } from './columns';
import { GroupCells } from './GroupCells';
import { ServiceCells } from './ServiceCells';
import { RowClasses } from './useRowStyles';

interface LineProps {
  readonly item: BoardItem;
  readonly index: number;
  readonly aspects: readonly Aspect[];
  readonly changed: boolean;
  /** For the line of a group; a service must not render anew when more rows are loaded. */
  readonly known: readonly ServiceStatus[] | undefined;
  readonly tabColumn: number | undefined;
  readonly layout: TableLayout;
  readonly classes: RowClasses;
  /** The table's own: translating through a hook of each row is felt while scrolling. */
  readonly t: Texts;
  pathOf(entityRef: string): string;
  onOpen(name: string, path: string): void;
  onToggleGroup(group: BoardGroup): void;
  onShowOthers(group: BoardGroup): void;
}

function OthersCell(props: {
  readonly words: string;
  readonly tabbable: boolean;
  onShow(): void;
}) {
  const { words, tabbable, onShow } = props;
  const controls = useControlStyles();
  return (
    <div role="gridcell">
      <Button
        className={controls.text}
        style={{ marginLeft: 8, fontSize: 12, fontWeight: 400 }}
        data-column={0}
        tabIndex={tabbable ? 0 : -1}
        onClick={onShow}
      >
        {words}
      </Button>
    </div>
  );
}

function LineContent(props: LineProps) {
  const { item, classes, tabColumn, t } = props;
  switch (item.type) {
    case 'service':
      return (
        <ServiceCells
          row={item.row}
          aspects={props.aspects}
          path={props.pathOf(item.row.entityRef)}
          onOpen={props.onOpen}
          changed={props.changed}
          tabColumn={tabColumn}
          layout={props.layout}
          classes={classes}
          t={t}
        />
      );
    case 'group':
      return (
        <GroupCells
          group={item.group}
          open={item.open}
          facts={props.known && groupFacts(item.group, props.known)}
          tabColumn={tabColumn}
          classes={classes}
          onToggle={props.onToggleGroup}
        />
      );
    case 'others':
      return (
        <OthersCell
          words={t('board.showOthers', { count: item.count })}
          tabbable={tabColumn !== undefined}
          onShow={() => props.onShowOthers(item.group)}
        />
      );
    default:
      return (
        <div
          role="gridcell"
          className={classes.note}
          data-column={0}
          tabIndex={tabColumn === undefined ? -1 : 0}
        >
          {t('board.moreRows', { count: item.count })}
        </div>
      );
  }
}

function lineClass(props: LineProps): string {
  const { item, classes, changed } = props;
  const aside =
    item.type === 'group' &&
    (item.group.kind === 'fine' || item.group.kind === 'nothing');
  return [
    classes.line,
    item.type === 'service' ? classes.service : undefined,
    changed ? classes.changed : undefined,
    item.type !== 'service' && !aside ? classes.subtle : undefined,
  ]
    .filter(Boolean)
    .join(' ');
}

/** A line of the table at its place. */
export const BoardLine = memo(
  forwardRef<HTMLDivElement, LineProps & { readonly offsetPx: number }>(
    function Line(props, ref) {
      const { item, index, offsetPx } = props;
      return (
        <div
          ref={ref}
          role="row"
          // The headings are the first row.
          aria-rowindex={index + 2}
          data-index={index}
          className={lineClass(props)}
          style={{ transform: `translateY(${offsetPx}px)` }}
          data-testid={`callboard-${item.type}`}
        >
          <LineContent {...props} />
        </div>
      );
    },
  ),
);
