import { OWNER_ME } from '@callboard/plugin-callboard-common';
import {
  entityName,
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import Button from '@material-ui/core/Button';
import { activeFilters } from '../../board/dropCandidates';
import { BoardView, EMPTY_VIEW } from '../../board/boardView';
import { withoutFilter } from '../../board/dropCandidates';
import { useDropAdvice } from '../../hooks/useDropAdvice';
import { Texts, useTexts } from '../../hooks/useTexts';

/** The filters in words: "Failing, owner team-web, source jenkins/mobile". */
function filterWords(view: BoardView, t: Texts): string {
  return activeFilters(view)
    .map(name => {
      switch (name) {
        case 'q':
          return `“${view.q.trim()}”`;
        case 'status':
          return view.status.map(s => t(`status.word.${s}`)).join(', ');
        case 'aspect':
          return view.aspect.map(a => t(`status.aspect.${a}`)).join(', ');
        default: {
          const values = view[name].map(value =>
            value === OWNER_ME
              ? t('board.mine').toLocaleLowerCase()
              : entityName(value),
          );
          const filter = t(`board.filter.${name}`).toLocaleLowerCase();
          return `${filter} ${values.join(', ')}`;
        }
      }
    })
    .reverse()
    .join(', ');
}

/** Nothing matches: which filter to drop, and what that gives. */
export function NoMatch(props: {
  readonly view: BoardView;
  onChange(view: Partial<BoardView>): void;
}) {
  const { view, onChange } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const { data: advice, outdated } = useDropAdvice(view);
  const useful = outdated ? undefined : advice;
  const filter = useful && t(`board.the.${useful.filter}`);
  const words = filterWords(view, t);
  return (
    <StatePanel
      flat
      icon={{ glyph: 'search' }}
      title={t('board.noMatchTitle')}
      actions={
        <>
          {useful && filter && (
            <Button
              className={controls.primary}
              onClick={() => onChange(withoutFilter(view, useful.filter))}
            >
              {t('board.drop', { filter })}
            </Button>
          )}
          <Button
            className={controls.button}
            onClick={() =>
              onChange({ ...EMPTY_VIEW, group: view.group, sort: view.sort })
            }
          >
            {t('board.clearAll')}
          </Button>
        </>
      }
    >
      {words && `${words}. `}
      {useful &&
        filter &&
        t('board.noMatchWithout', { filter, count: useful.count })}
    </StatePanel>
  );
}
