import {
  Compartment,
  EditorState,
  Transaction,
  type Extension,
  type StateCommand,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { changesBetween } from './changesBetween';
import {
  findOpenPlace,
  setOpenPlaces,
  settleOpenPlace,
  type TextPlace,
} from './openPlaces';

/** The text of a runbook under a person's hands. */
export class MarkdownField {
  readonly #view: EditorView;
  readonly #theme = new Compartment();

  constructor(options: {
    readonly parent: HTMLElement;
    readonly text: string;
    readonly setup: Extension;
    readonly theme: Extension;
  }) {
    const { parent, text, setup, theme } = options;
    this.#view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        extensions: [setup, this.#theme.of(theme)],
      }),
    });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }

  setTheme(theme: Extension): void {
    this.#view.dispatch({ effects: this.#theme.reconfigure(theme) });
  }

  /** What comes from elsewhere; undoing takes back only what the person wrote. */
  setText(text: string): void {
    const before = this.text;
    if (before !== text) {
      this.#view.dispatch({
        changes: changesBetween(before, text),
        annotations: Transaction.addToHistory.of(false),
      });
    }
  }

  setPlaces(places: readonly TextPlace[]): void {
    this.#view.dispatch({ effects: setOpenPlaces.of(places) });
  }

  /** Settles a place: with another text, or with the one that is there. */
  settle(id: string, textOf: (mine: string) => string): void {
    const { state } = this.#view;
    const place = findOpenPlace(state, id);
    if (!place) {
      return;
    }
    const { from, to } = place;
    const mine = state.sliceDoc(from, to);
    const text = textOf(mine);
    this.#view.dispatch({
      ...(text !== mine && { changes: { from, to, insert: text } }),
      effects: settleOpenPlace.of(id),
      userEvent: 'input',
    });
  }

  /** Selects a place, so that it can be seen and written over. */
  show(place: { readonly from: number; readonly to: number }): void {
    const { length } = this.#view.state.doc;
    this.#view.dispatch({
      selection: {
        anchor: Math.min(place.from, length),
        head: Math.min(place.to, length),
      },
      effects: EditorView.scrollIntoView(Math.min(place.from, length), {
        y: 'center',
      }),
    });
    this.#view.focus();
  }

  placeOf(id: string): TextPlace | undefined {
    return findOpenPlace(this.#view.state, id);
  }

  run(command: StateCommand): void {
    command(this.#view);
    this.#view.focus();
  }
}
