import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** Where in the text somebody has to decide. */
export interface TextPlace {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Takes the place of all that there are. */
export const setOpenPlaces = StateEffect.define<readonly TextPlace[]>();
/** Settles one. */
export const settleOpenPlace = StateEffect.define<string>();

/** The places that are open; they move along while somebody writes elsewhere. */
export const openPlaces = StateField.define<readonly TextPlace[]>({
  create: () => [],
  update(places, transaction) {
    let next = places;
    if (transaction.docChanged && places.length > 0) {
      next = places.map(({ id, from, to }) => ({
        id,
        from: transaction.changes.mapPos(from, -1),
        to: transaction.changes.mapPos(to, 1),
      }));
    }
    for (const effect of transaction.effects) {
      if (effect.is(setOpenPlaces)) {
        next = effect.value;
      } else if (effect.is(settleOpenPlace)) {
        next = next.filter(({ id }) => id !== effect.value);
      }
    }
    return next;
  },
  provide: field => EditorView.decorations.from(field, toDecorations),
});

function toDecorations(places: readonly TextPlace[]): DecorationSet {
  const mark = Decoration.mark({ class: 'cm-open-place' });
  return Decoration.set(
    places
      .filter(({ from, to }) => from < to)
      .map(({ from, to }) => mark.range(from, to)),
    true,
  );
}

/** Where an open place is now. */
export function findOpenPlace(
  state: EditorState,
  id: string,
): TextPlace | undefined {
  return state.field(openPlaces).find(place => place.id === id);
}
