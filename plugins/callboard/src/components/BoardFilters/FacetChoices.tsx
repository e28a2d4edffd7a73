import { FilterChoices } from '@callboard/plugin-callboard-react';
import { BoardView, ListFilter } from '../../board/boardView';
import { useFacets } from '../../hooks/useFacets';
import { GroupCounts } from '../GroupCounts';

/** The values of a filter among the services that the other filters leave. */
export function FacetChoices(props: {
  readonly name: ListFilter;
  readonly view: BoardView;
  readonly selected: readonly string[];
  nameOf(value: string): string;
  onChange(values: readonly string[]): void;
}) {
  const { name, view, selected, nameOf, onChange } = props;
  // A value that is chosen must not hide the others.
  const facets = useFacets({ by: name, view: { ...view, [name]: [] } });
  const countsOf = new Map(
    facets.data?.map(({ value, counts }) => [value, counts]),
  );
  return (
    <FilterChoices
      values={facets.data?.map(({ value }) => value)}
      failed={Boolean(facets.error)}
      selected={selected}
      nameOf={nameOf}
      beside={value => {
        const counts = countsOf.get(value);
        return counts && <GroupCounts counts={counts} />;
      }}
      onChange={onChange}
    />
  );
}
