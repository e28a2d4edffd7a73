import {
  FocusEvent,
  KeyboardEvent,
  MouseEvent,
  RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useNavigate } from 'react-router-dom';
import {
  Aspect,
  ASPECTS,
  ServiceStatus,
} from '@callboard/plugin-callboard-common';
import { BoardGroup } from '../../board/boardGroups';
import { BoardItem } from '../../board/boardItems';
import { GridPlace, moveInGrid } from '../../board/gridMoves';
import { useServicePath } from '../../hooks/useServicePath';
import { FIRST_ASPECT_COLUMN } from './columns';
import { rowOfCell } from './rowOfCell';

/** A cell that was asked "why". */
export interface WhyTarget {
  readonly anchor: HTMLElement;
  readonly entityRef: string;
  readonly aspect: Aspect;
}

/** The aspect that makes a row what it is. */
function worstAspect(row: ServiceStatus): Aspect | undefined {
  return (
    ASPECTS.find(aspect => row.aspects[aspect]?.status === row.status) ??
    ASPECTS.find(aspect => row.aspects[aspect])
  );
}

function placeOf(target: EventTarget): GridPlace | undefined {
  const cell =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-column]')
      : null;
  const line = cell?.closest<HTMLElement>('[data-index]');
  return cell && line
    ? {
        index: Number(line.dataset.index),
        column: Number(cell.dataset.column),
      }
    : undefined;
}

/** Keys, focus and clicks of the table: one tab stop, and arrows or J and K from there. */
export function useBoardGrid(options: {
  readonly root: RefObject<HTMLElement>;
  readonly items: readonly BoardItem[];
  readonly aspects: readonly Aspect[];
  readonly card: boolean;
  scrollTo(index: number): void;
  onWhy(target: WhyTarget): void;
  onToggleGroup(group: BoardGroup): void;
  onShowOthers(group: BoardGroup): void;
}) {
  const { root, items, aspects, card, scrollTo, onWhy } = options;
  const navigate = useNavigate();
  const servicePath = useServicePath();
  // The line is kept by its key: rows come and go above it.
  const [active, setActive] = useState<{ key: string; column: number }>();
  const toFocus = useRef<GridPlace>();

  const found = items.findIndex(item => item.key === active?.key);
  const activeIndex = found < 0 ? undefined : found;
  const place: GridPlace = {
    index: activeIndex ?? 0,
    column: active?.column ?? 0,
  };
  const last: GridPlace = {
    index: items.length - 1,
    column: card ? 1 : FIRST_ASPECT_COLUMN + aspects.length - 1,
  };

  const cellAt = ({ index, column }: GridPlace) => {
    const line = root.current?.querySelector(`[data-index="${index}"]`);
    const cells = line?.querySelectorAll<HTMLElement>('[data-column]');
    // A group has fewer columns than a service; the nearest to the left will do.
    return [...(cells ?? [])]
      .filter(cell => Number(cell.dataset.column) <= column)
      .pop();
  };

  useLayoutEffect(() => {
    const target = toFocus.current;
    const cell = target && cellAt(target);
    if (cell) {
      toFocus.current = undefined;
      cell.focus({ preventScroll: true });
    }
  });

  const goTo = (to: GridPlace) => {
    const item = items[to.index];
    if (item) {
      toFocus.current = to;
      setActive({ key: item.key, column: to.column });
      scrollTo(to.index);
    }
  };

  const askWhyAt = (anchor: HTMLElement | undefined) => {
    const row = anchor && rowOfCell(items, anchor);
    const aspect =
      ASPECTS.find(known => known === anchor?.dataset.aspect) ??
      (row && worstAspect(row));
    if (anchor && row && aspect) {
      onWhy({ anchor, entityRef: row.entityRef, aspect });
    }
  };

  const open = ({ index }: GridPlace) => {
    const item = items[index];
    if (item?.type === 'service') {
      navigate(servicePath(item.row.entityRef));
    } else if (item?.type === 'group') {
      options.onToggleGroup(item.group);
    } else if (item?.type === 'others') {
      options.onShowOthers(item.group);
    }
  };

  const move = (key: string): boolean => {
    const inside = root.current?.contains(document.activeElement);
    const to = moveInGrid({ place, key, last });
    if (!to || items.length === 0) {
      return false;
    }
    // The first key only brings the focus here.
    goTo(inside ? to : place);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const own = event.target instanceof Element && event.target;
    if (own && own.matches('a, button') && event.key === 'Enter') {
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      open(place);
    } else if (event.key === 'w' || event.key === 'W') {
      event.preventDefault();
      askWhyAt(cellAt(place));
    } else if (move(event.key)) {
      event.preventDefault();
    }
  };

  const onFocus = (event: FocusEvent) => {
    const to = placeOf(event.target);
    const item = to && items[to.index];
    if (item && (item.key !== active?.key || to.column !== active.column)) {
      setActive({ key: item.key, column: to.column });
    }
  };

  const onClick = (event: MouseEvent) => {
    const cell =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('[data-aspect]')
        : null;
    if (cell) {
      askWhyAt(cell);
    }
  };

  return {
    activeIndex,
    /** The column of a line that Tab leads to, if that line is the one. */
    tabColumnOf(index: number): number | undefined {
      if (index !== place.index) {
        return undefined;
      }
      const item = items[index];
      if (item?.type === 'service') {
        return card ? 1 : place.column;
      }
      return item?.type === 'group' && item.group.kind === 'nothing'
        ? Math.min(place.column, 1)
        : 0;
    },
    move,
    askWhy: () => askWhyAt(cellAt(place)),
    onKeyDown,
    onFocus,
    onClick,
  };
}
