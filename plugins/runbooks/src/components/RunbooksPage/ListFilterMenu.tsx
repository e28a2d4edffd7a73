import { FilterChoices, FilterMenu } from '@callboard/plugin-callboard-react';

/** A filter of the list. */
export function ListFilterMenu(props: {
  readonly title: string;
  readonly values: readonly string[];
  readonly selected: readonly string[];
  /** Where others can be typed: what the field asks for. */
  readonly typeLabel?: string;
  nameOf(value: string): string;
  onChange(values: readonly string[]): void;
}) {
  const { title, selected, nameOf } = props;
  return (
    <FilterMenu title={title} selected={selected} nameOf={nameOf}>
      <FilterChoices {...props} />
    </FilterMenu>
  );
}
