import { Ref } from 'react';
import Button from '@material-ui/core/Button';
import {
  entityName,
  FilterBar,
  Glyph,
  SearchField,
  useControlStyles,
  type SearchFieldHandle,
  MineChoice,
} from '@callboard/plugin-callboard-react';
import {
  PROBLEM_CODES,
  RUNBOOK_STATES,
  type ProblemCode,
  type RunbookState,
} from '@callboard/plugin-runbooks-common';
import { useGroupRefs } from '../../hooks/useGroupRefs';
import { useTexts } from '../../hooks/useTexts';
import { OWNER_ME, type ListView } from '../../list/listView';
import { ListFilterMenu } from './ListFilterMenu';

/** Everything that narrows the list down. */
export function ListFilters(props: {
  readonly view: ListView;
  /** Tags of the rows on screen; others can be typed. */
  readonly tags: readonly string[];
  readonly searchRef: Ref<SearchFieldHandle>;
  onChange(change: Partial<ListView>): void;
}) {
  const { view, tags, searchRef, onChange } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const groups = useGroupRefs();
  return (
    <FilterBar
      first={
        <MineChoice
          label={t('list.whose')}
          mine={view.owner.includes(OWNER_ME)}
          onMine={mine => onChange({ owner: mine ? [OWNER_ME] : [] })}
        />
      }
      search={
        <SearchField
          ref={searchRef}
          value={view.q}
          label={t('list.search')}
          placeholder={t('list.searchPlaceholder')}
          onChange={q => onChange({ q })}
        />
      }
    >
      <ListFilterMenu
        title={t('list.filter.owner')}
        values={groups}
        selected={view.owner.filter(owner => owner !== OWNER_ME)}
        nameOf={entityName}
        onChange={owner => onChange({ owner })}
      />
      <ListFilterMenu
        title={t('list.filter.tag')}
        typeLabel={t('list.typeTag')}
        values={tags}
        selected={view.tag}
        nameOf={tag => tag}
        onChange={tag => onChange({ tag })}
      />
      <ListFilterMenu
        title={t('list.filter.state')}
        values={RUNBOOK_STATES}
        selected={view.state}
        nameOf={state => t(`entity.state.${state as RunbookState}`)}
        onChange={state => onChange({ state: state as RunbookState[] })}
      />
      <ListFilterMenu
        title={t('list.filter.problem')}
        values={PROBLEM_CODES}
        selected={view.problem}
        nameOf={code => t(`entity.problem.${code as ProblemCode}`)}
        onChange={problem => onChange({ problem: problem as ProblemCode[] })}
      />
      {view.entityRef && (
        <Button
          className={`${controls.field} ${controls.fieldSet}`}
          title={t('list.entityDrop')}
          endIcon={<Glyph name="close" size={16} />}
          onClick={() => onChange({ entityRef: '' })}
        >
          {t('list.entityOnly', { name: entityName(view.entityRef) })}
        </Button>
      )}
    </FilterBar>
  );
}
