import { ServiceStatus } from '@callboard/plugin-callboard-common';
import { BoardItem } from '../../board/boardItems';

/** The service whose line an element of the table is in. */
export function rowOfCell(
  items: readonly BoardItem[],
  cell: Element,
): ServiceStatus | undefined {
  const line = cell.closest<HTMLElement>('[data-index]');
  const item = line ? items[Number(line.dataset.index)] : undefined;
  return item?.type === 'service' ? item.row : undefined;
}
