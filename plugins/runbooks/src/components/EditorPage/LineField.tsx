import { useId } from 'react';
import { useFieldStyles } from './useFieldStyles';

/** One line of text, with what others wrote there to choose from. */
export function LineField(props: {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly problem?: string;
  readonly help?: string;
  readonly suggestions?: readonly string[];
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  onChange(value: string): void;
}) {
  const { label, value, type = 'text', problem, help } = props;
  const {
    suggestions = [],
    readOnly,
    placeholder,
    maxLength,
    onChange,
  } = props;
  const classes = useFieldStyles();
  const id = useId();
  const said = problem ?? help;
  return (
    <div>
      <label
        className={`${classes.root} ${problem ? classes.wrong : ''}`}
        htmlFor={id}
      >
        <span className={classes.label}>{label}</span>
        <input
          id={id}
          className={classes.input}
          type={type}
          value={value}
          readOnly={readOnly}
          placeholder={placeholder}
          maxLength={maxLength}
          autoComplete="off"
          list={suggestions.length > 0 ? `${id}-list` : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={said ? `${id}-said` : undefined}
          onChange={event => onChange(event.target.value)}
        />
      </label>
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map(suggestion => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {said && (
        <p
          id={`${id}-said`}
          className={problem ? classes.problem : classes.help}
        >
          {said}
        </p>
      )}
    </div>
  );
}
