import { Counts, OWNER_ME } from '@callboard/plugin-callboard-common';
import { StatePanel } from '@callboard/plugin-callboard-react';
import { BoardView, EMPTY_VIEW, isFiltered } from '../../board/boardView';
import { countAll } from '../../board/counts';
import { isSameView } from '../../board/namedViews';
import { useTexts } from '../../hooks/useTexts';
import { NoMatch } from './NoMatch';
import { NotConfigured } from './NotConfigured';
import { NothingFailing } from './NothingFailing';
import { NothingOfYours } from './NothingOfYours';

/** On fire, perhaps of somebody or of a system: then an empty list is good news. */
function asksForFire(view: BoardView): boolean {
  const { owner, system, lifecycle, group, sort } = view;
  return isSameView(view, {
    ...EMPTY_VIEW,
    status: ['failing'],
    owner,
    system,
    lifecycle,
    group,
    sort,
  });
}

/** Why there are no rows, and what to do about it. */
export function NoRows(props: {
  readonly view: BoardView;
  /** Services that match every filter but the status. */
  readonly counts: Counts;
  /** No source is configured, as far as the viewer may know. */
  readonly unconfigured: boolean;
  onChange(view: Partial<BoardView>): void;
}) {
  const { view, counts, unconfigured, onChange } = props;
  const t = useTexts();
  const total = countAll(counts);
  if (unconfigured && total === counts.none) {
    return <NotConfigured />;
  }
  if (asksForFire(view) && total > counts.none) {
    return <NothingFailing counts={counts} onChange={onChange} />;
  }
  const mine = { ...EMPTY_VIEW, owner: [OWNER_ME], status: view.status };
  if (total === 0 && isSameView({ ...view, group: undefined }, mine)) {
    return <NothingOfYours onChange={onChange} />;
  }
  if (isFiltered(view)) {
    return <NoMatch view={view} onChange={onChange} />;
  }
  return total === 0 ? (
    <StatePanel
      flat
      icon={{ glyph: 'board' }}
      title={t('board.noServicesTitle')}
    >
      {t('board.noServicesText')}
    </StatePanel>
  ) : null;
}
