import { Ref, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  PROBLEM_CODES,
  RUNBOOK_STATES,
  type ProblemCode,
  type RunbookState,
} from '@callboard/plugin-runbooks-common';
import { useGroupRefs } from '../../hooks/useGroupRefs';
import { useTexts } from '../../hooks/useTexts';
import { OWNER_ME, type ListView } from '../../list/listView';
import { entityName } from '../../text/entityName';
import { PHONE } from '../../theme/breakpoints';
import { useControlStyles } from '../../theme/useControlStyles';
import { Glyph } from '../Glyph';
import { Segments } from '../Segments';
import { FilterMenu } from './FilterMenu';
import { SearchField, SearchFieldHandle } from './SearchField';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
  panel: { display: 'flex', flexBasis: '100%', flexWrap: 'wrap', gap: 8 },
});

/** Everything that narrows the list down. */
export function ListFilters(props: {
  readonly view: ListView;
  /** Tags of the rows on screen; others can be typed. */
  readonly tags: readonly string[];
  readonly searchRef: Ref<SearchFieldHandle>;
  onChange(change: Partial<ListView>): void;
}) {
  const { view, tags, searchRef, onChange } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const phone = useMediaQuery(PHONE);
  const groups = useGroupRefs();
  const [open, setOpen] = useState(false);
  const search = (
    <SearchField
      ref={searchRef}
      value={view.q}
      onChange={q => onChange({ q })}
    />
  );
  const rest = (
    <>
      <FilterMenu
        title={t('list.filter.owner')}
        values={groups}
        selected={view.owner.filter(owner => owner !== OWNER_ME)}
        nameOf={entityName}
        onChange={owner => onChange({ owner })}
      />
      <FilterMenu
        open
        title={t('list.filter.tag')}
        values={tags}
        selected={view.tag}
        nameOf={tag => tag}
        onChange={tag => onChange({ tag })}
      />
      <FilterMenu
        title={t('list.filter.state')}
        values={RUNBOOK_STATES}
        selected={view.state}
        nameOf={state => t(`entity.state.${state as RunbookState}`)}
        onChange={state => onChange({ state: state as RunbookState[] })}
      />
      <FilterMenu
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
          {t('list.filterSet', {
            name: t('list.filter.entityRef'),
            value: entityName(view.entityRef),
          })}
        </Button>
      )}
    </>
  );
  const whose = (
    <Segments
      label={t('list.whose')}
      options={[
        { value: 'all', label: t('list.all') },
        { value: 'mine', label: t('list.mine') },
      ]}
      value={view.owner.includes(OWNER_ME) ? 'mine' : 'all'}
      onChange={value =>
        onChange({ owner: value === 'mine' ? [OWNER_ME] : [] })
      }
    />
  );
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('list.filtersLabel')}
    >
      {phone ? (
        <>
          {search}
          <Button
            className={controls.button}
            aria-expanded={open}
            startIcon={<Glyph name="group" size={16} />}
            onClick={() => setOpen(before => !before)}
          >
            {t('list.filtersLabel')}
          </Button>
          {open && (
            <div className={classes.panel}>
              {whose}
              {rest}
            </div>
          )}
        </>
      ) : (
        <>
          {whose}
          {search}
          {rest}
        </>
      )}
    </div>
  );
}
