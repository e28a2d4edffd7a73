import Button from '@material-ui/core/Button';
import {
  entityName,
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useDropAdvice } from '../../hooks/useDropAdvice';
import { Texts, useTexts } from '../../hooks/useTexts';
import {
  activeFilters,
  withoutFilter,
  type ListFilter,
} from '../../list/activeFilters';
import { EMPTY_VIEW, OWNER_ME, type ListView } from '../../list/listView';

function valueWords(view: ListView, filter: ListFilter, t: Texts): string {
  switch (filter) {
    case 'q':
      return `“${view.q.trim()}”`;
    case 'entityRef':
      return entityName(view.entityRef);
    case 'owner':
      return view.owner
        .map(owner => (owner === OWNER_ME ? t('list.mine') : entityName(owner)))
        .join(', ');
    case 'state':
      return view.state.map(state => t(`entity.state.${state}`)).join(', ');
    case 'problem':
      return view.problem.map(code => t(`entity.problem.${code}`)).join(', ');
    default:
      return view.tag.join(', ');
  }
}

/** Says what was asked for, and which filter to drop so that something is there. */
export function NoMatch(props: {
  readonly view: ListView;
  onChange(view: Partial<ListView>): void;
}) {
  const { view, onChange } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const advice = useDropAdvice(view);
  const active = activeFilters(view);
  return (
    <StatePanel
      icon={{ glyph: 'search' }}
      title={t('list.noMatchTitle')}
      actions={
        <>
          {advice && (
            <Button
              className={controls.primary}
              onClick={() => onChange(withoutFilter(view, advice.filter))}
            >
              {t('list.drop', {
                filter: t(`list.filterName.${advice.filter}`),
              })}
            </Button>
          )}
          {(active.length > 1 || !advice) && (
            <Button
              className={controls.button}
              onClick={() => onChange(EMPTY_VIEW)}
            >
              {t('list.dropAll')}
            </Button>
          )}
        </>
      }
    >
      {t('list.noMatchText', {
        filters: active.map(filter => valueWords(view, filter, t)).join('; '),
      })}{' '}
      {advice &&
        t('list.noMatchAdvice', {
          filter: t(`list.filterName.${advice.filter}`),
          count: advice.count,
        })}
    </StatePanel>
  );
}
