import { ReactNode, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { useFieldStyles } from './useFieldStyles';

/** Several short values: Enter or a comma adds one, Backspace on an empty field takes the last. */
export function ChipsField(props: {
  readonly label: string;
  /** As they are shown. */
  readonly chips: readonly string[];
  /** What the field for another one is called, where the label does not say it. */
  readonly entryLabel?: string;
  readonly suggestions?: readonly string[];
  /** Stands before the field for another one. */
  readonly before?: ReactNode;
  /** Also a comma ends a value. */
  readonly commas?: boolean;
  onAdd(value: string): void;
  onRemove(index: number): void;
}) {
  const { label, chips, entryLabel, suggestions = [], before } = props;
  const { commas = true, onAdd, onRemove } = props;
  const classes = useFieldStyles();
  const t = useTexts();
  const id = useId();
  const entry = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const add = () => {
    if (typed.trim()) {
      onAdd(typed.trim());
    }
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || (commas && event.key === ',')) {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && typed === '' && chips.length > 0) {
      onRemove(chips.length - 1);
    }
  };
  return (
    <div className={classes.root} role="group" aria-labelledby={id}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      <div className={classes.chips}>
        {chips.map((chip, i) => (
          <span key={chip} className={classes.chip} title={chip}>
            <span className={classes.chipText}>{chip}</span>
            <button
              type="button"
              className={classes.remove}
              aria-label={t('editor.remove', { value: chip })}
              onClick={() => {
                onRemove(i);
                entry.current?.focus();
              }}
            >
              ×
            </button>
          </span>
        ))}
        {before}
        <input
          ref={entry}
          className={classes.entry}
          value={typed}
          autoComplete="off"
          aria-label={entryLabel ?? t('editor.addTo', { field: label })}
          placeholder={t('editor.add')}
          list={suggestions.length > 0 ? `${id}-list` : undefined}
          onChange={event => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
      </div>
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map(suggestion => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </div>
  );
}
