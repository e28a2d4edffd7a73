import { useLayoutEffect, useRef } from 'react';
import type { MarkdownField } from '../codemirror/MarkdownField';
import type { Conflict, EditorAction } from '../editor/editorState';
import type { ConflictPlace, PlaceChoice } from '../editor/joinRunbooks';

/** Both texts, mine first; the person takes it from there. */
function both(mine: string, theirs: string): string {
  const needsLine = mine !== '' && !mine.endsWith('\n') && theirs !== '';
  return `${mine}${needsLine ? '\n' : ''}${theirs}`;
}

/** The places of a conflict in the text, which move along while somebody writes. */
export function useOpenPlaces(options: {
  readonly field: MarkdownField | undefined;
  readonly conflict: Conflict | undefined;
  act(action: EditorAction): void;
}): {
  settle(place: ConflictPlace, choice: PlaceChoice): void;
  /** Selects it in the text. */
  show(place: ConflictPlace): void;
} {
  const { field, conflict, act } = options;

  // Who joined anew has other places; settling one leaves the others where they have moved to.
  const marked = useRef<Conflict>();
  useLayoutEffect(() => {
    const isNew =
      conflict?.theirs !== marked.current?.theirs ||
      conflict?.placesCount !== marked.current?.placesCount;
    if (field && isNew) {
      marked.current = conflict;
      field.setPlaces(
        (conflict?.open ?? []).flatMap(place =>
          place.kind === 'text'
            ? [{ id: place.id, from: place.from, to: place.to }]
            : [],
        ),
      );
    }
  }, [field, conflict]);

  return {
    settle(place, choice) {
      const { id, theirs } = place;
      if (place.kind === 'field') {
        const value = choice === 'theirs' ? theirs : place.mine;
        act({ type: 'settle', id, field: place.field, value });
        return;
      }
      const at = field?.placeOf(id);
      let kept = '';
      field?.settle(id, mine => {
        const texts = { mine, theirs, both: both(mine, theirs) };
        kept = texts[choice];
        return kept;
      });
      act({ type: 'settle', id });
      if (choice === 'both' && at) {
        field?.show({ from: at.from, to: at.from + kept.length });
      }
    },
    show(place) {
      const at = field?.placeOf(place.id);
      if (at) {
        field?.show(at);
      }
    },
  };
}
