import { NO_VALUE, OWNER_ME } from '@callboard/plugin-callboard-common';
import { entityName, FilterMenu } from '@callboard/plugin-callboard-react';
import { BoardView, ListFilter } from '../../board/boardView';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { FacetChoices } from './FacetChoices';

/** A filter's value as a person would say it. */
function valueName(name: ListFilter, value: string, t: Texts): string {
  if (
    value === NO_VALUE &&
    (name === 'owner' || name === 'system' || name === 'lifecycle')
  ) {
    return t(`board.noValue.${name}`);
  }
  return name === 'owner' || name === 'system' ? entityName(value) : value;
}

/** A filter of the board, with how many services each of its values has. */
export function FacetMenu(props: {
  readonly name: ListFilter;
  readonly view: BoardView;
  onChange(values: readonly string[]): void;
}) {
  const { name, view, onChange } = props;
  const t = useTexts();
  const selected = view[name].filter(value => value !== OWNER_ME);
  const nameOf = (value: string) => valueName(name, value, t);
  return (
    <FilterMenu
      title={t(`board.filter.${name}`)}
      selected={selected}
      nameOf={nameOf}
    >
      <FacetChoices
        name={name}
        view={view}
        selected={selected}
        nameOf={nameOf}
        onChange={onChange}
      />
    </FilterMenu>
  );
}
