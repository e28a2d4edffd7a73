import {
  CSSProperties,
  forwardRef,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useAnalytics } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { Aspect, ServiceStatus } from '@callboard/plugin-callboard-common';
import { BoardGroup } from '../../board/boardGroups';
import { BoardItem } from '../../board/boardItems';
import { useCachedServicePath } from '../../hooks/useCachedServicePath';
import { useRowVirtualizer } from '../../hooks/useRowVirtualizer';
import { useScroller } from '../../hooks/useScroller';
import { useTexts } from '../../hooks/useTexts';
import { useWidth } from '../../hooks/useWidth';
import { WhyPopover } from '../WhyPopover';
import { BoardHeadings } from './BoardHeadings';
import { BoardLine } from './BoardLine';
import { CellTip } from './CellTip';
import { columnWidths, tableLayout } from './columns';
import { rowOfCell } from './rowOfCell';
import { useBoardGrid } from './useBoardGrid';
import { useCellTip } from './useCellTip';
import { useRowStyles } from './useRowStyles';

const ROW_HEIGHT_PX = 47;
const GROUP_HEIGHT_PX = 60;
const NOTE_HEIGHT_PX = 29;
const CARD_HEIGHT_PX = 150;
const HEADINGS_HEIGHT_PX = 33;
/** Rows left below the last one on screen when the next page is asked for. */
const LOAD_AHEAD_COUNT = 30;

type ColumnStyle = CSSProperties &
  Readonly<Record<'--callboard-columns', string>>;

const useStyles = makeStyles({
  root: {
    position: 'relative',
    fontVariantNumeric: 'tabular-nums',
    '&:focus': { outline: 'none' },
  },
  rows: { position: 'relative' },
});

function estimateHeight(item: BoardItem | undefined, card: boolean): number {
  switch (item?.type) {
    case 'group':
      return GROUP_HEIGHT_PX;
    case 'service':
      return card ? CARD_HEIGHT_PX : ROW_HEIGHT_PX;
    default:
      return NOTE_HEIGHT_PX;
  }
}

/** Lets keys that were pressed elsewhere lead into the table. */
export interface BoardTableHandle {
  /** Takes a key that moves; false if it means nothing here. */
  move(key: string): boolean;
  /** Asks why the row at hand is not green. */
  why(): void;
}

/** The table: a grid with one tab stop, of which only what is on screen exists. */
export const BoardTable = forwardRef<
  BoardTableHandle,
  {
    readonly items: readonly BoardItem[];
    readonly aspects: readonly Aspect[];
    /** Rows of the whole table, loaded or not. */
    readonly rowCount: number;
    readonly busy: boolean;
    readonly changed: ReadonlySet<string>;
    /** The worst rows at hand, for what a group's line tells. */
    readonly known: readonly ServiceStatus[];
    onToggleGroup(group: BoardGroup): void;
    onShowOthers(group: BoardGroup): void;
    onNeedMore(): void;
    onShowing(entityRefs: readonly string[]): void;
    onInside(inside: boolean): void;
  }
>(function Table(props, ref) {
  const { items, aspects, rowCount, busy, onNeedMore, onShowing } = props;
  const styles = useStyles();
  const classes = useRowStyles();
  const t = useTexts();
  const analytics = useAnalytics();
  const onOpen = useCallback(
    (name: string, path: string) =>
      analytics.captureEvent('click', name, { attributes: { to: path } }),
    [analytics],
  );
  const tipId = useId();
  const body = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const layout = tableLayout(aspects, useWidth(root));
  const card = layout === 'card';
  const pathOf = useCachedServicePath();
  const scrollTo = useRef<(index: number) => void>();
  const { scroller, marginPx } = useScroller(body);
  const [why, setWhy] = useState<{
    readonly anchor: HTMLElement;
    readonly entityRef: string;
    readonly aspect: Aspect;
  }>();

  const { tip, ...tips } = useCellTip({
    targetOf: anchor => {
      const row = rowOfCell(items, anchor);
      const aspect = aspects.find(known => known === anchor.dataset.aspect);
      return row && aspect ? { anchor, row, aspect } : undefined;
    },
  });
  const grid = useBoardGrid({
    root,
    items,
    aspects,
    card,
    onWhy: target => {
      tips.close();
      setWhy(target);
    },
    onToggleGroup: props.onToggleGroup,
    onShowOthers: props.onShowOthers,
    scrollTo: index => scrollTo.current?.(index),
  });
  // The same functions as long as the rows are the same, or all rows are measured at every scroll.
  const keyOf = useCallback(
    (index: number) => items[index]?.key ?? String(index),
    [items],
  );
  const estimate = useCallback(
    (index: number) => estimateHeight(items[index], card),
    [items, card],
  );
  const virtualizer = useRowVirtualizer({
    count: items.length,
    scroller,
    marginPx,
    paddingPx: card ? 0 : HEADINGS_HEIGHT_PX,
    pinned: grid.activeIndex,
    keyOf,
    estimate,
  });
  scrollTo.current = index => virtualizer.scrollToIndex(index);
  const shown = virtualizer.getVirtualItems();

  useImperativeHandle(ref, () => ({ move: grid.move, why: grid.askWhy }));

  const more = items.findIndex(item => item.type === 'more');
  const lastShown = shown[shown.length - 1]?.index ?? -1;
  const wanted = more >= 0 && lastShown >= more - LOAD_AHEAD_COUNT;
  useEffect(() => {
    if (wanted) {
      onNeedMore();
    }
  }, [wanted, more, onNeedMore]);

  const showing = shown
    .flatMap(({ index }) => {
      const item = items[index];
      return item?.type === 'service' ? [item.row.entityRef] : [];
    })
    .join('\n');
  useEffect(() => {
    onShowing(showing ? showing.split('\n') : []);
  }, [showing, onShowing]);

  const columns = useMemo<ColumnStyle>(
    () => ({ '--callboard-columns': columnWidths(aspects, layout) }),
    [aspects, layout],
  );

  return (
    <>
      <div
        ref={root}
        role="grid"
        tabIndex={-1}
        aria-label={t('board.tableLabel')}
        aria-rowcount={rowCount + 1}
        aria-busy={busy}
        data-layout={layout}
        className={styles.root}
        style={columns}
        onKeyDown={grid.onKeyDown}
        onClick={grid.onClick}
        onMouseEnter={() => props.onInside(true)}
        onMouseLeave={() => {
          tips.handlers.onMouseLeave();
          props.onInside(
            Boolean(root.current?.contains(document.activeElement)),
          );
        }}
        onMouseOver={tips.handlers.onMouseOver}
        onFocus={event => {
          grid.onFocus(event);
          tips.handlers.onFocus(event);
          props.onInside(true);
        }}
        onBlur={event => {
          tips.handlers.onBlur();
          if (!event.currentTarget.contains(event.relatedTarget)) {
            props.onInside(event.currentTarget.matches(':hover'));
          }
        }}
      >
        {!card && (
          <BoardHeadings aspects={aspects} withChange={layout === 'wide'} />
        )}
        <div
          ref={body}
          role="rowgroup"
          className={styles.rows}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {shown.map(({ index, key, start }) => {
            const item = items[index];
            return (
              item && (
                <BoardLine
                  key={key}
                  ref={virtualizer.measureElement}
                  item={item}
                  index={index}
                  offsetPx={start - marginPx}
                  aspects={aspects}
                  changed={
                    item.type === 'service' &&
                    props.changed.has(item.row.entityRef)
                  }
                  known={item.type === 'group' ? props.known : undefined}
                  t={t}
                  pathOf={pathOf}
                  onOpen={onOpen}
                  tabColumn={grid.tabColumnOf(index)}
                  layout={layout}
                  classes={classes}
                  onToggleGroup={props.onToggleGroup}
                  onShowOthers={props.onShowOthers}
                />
              )
            );
          })}
        </div>
      </div>
      {tip && !why && (
        <CellTip
          id={tipId}
          target={tip}
          onEnter={tips.hold}
          onLeave={tips.release}
        />
      )}
      <WhyPopover
        anchorEl={why?.anchor ?? null}
        entityRef={why?.entityRef ?? ''}
        aspect={why?.aspect ?? 'pipelines'}
        onClose={() => setWhy(undefined)}
      />
    </>
  );
});
