import { useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  statusTokens,
  useControlStyles,
  useFocusOnMount,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const ACCEPTED = /\.(md|mdown|markdown|zip)$/i;
const SHOWN_NAMES_COUNT = 8;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '8px 12px',
      padding: 16,
      borderRadius: 4,
      border: `2px dashed ${tokens.borderStrong}`,
      fontSize: 14,
      lineHeight: '20px',
    },
    over: { borderColor: tokens.primary, background: tokens.selected },
    names: {
      width: '100%',
      margin: 0,
      paddingLeft: 20,
      overflowWrap: 'anywhere',
    },
    note: { width: '100%', margin: 0, color: tokens.tones.warning.text },
  };
});

/** Asks for files: by a button, or dropped. */
export function FileChoice(props: {
  readonly files: readonly File[];
  onFiles(files: readonly File[]): void;
}) {
  const { files, onFiles } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const first = useFocusOnMount<HTMLButtonElement>();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const take = (list: FileList | null) => {
    const all = [...(list ?? [])];
    setLeftOut(
      all.filter(({ name }) => !ACCEPTED.test(name)).map(({ name }) => name),
    );
    onFiles(all.filter(({ name }) => ACCEPTED.test(name)));
  };
  return (
    <div
      className={`${classes.root} ${isOver ? classes.over : ''}`}
      onDragOver={event => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={event => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        hidden
        multiple
        type="file"
        accept=".md,.mdown,.markdown,.zip"
        aria-label={t('importing.choose')}
        data-testid="import-files"
        onChange={event => {
          take(event.target.files);
          // The same file can be chosen again after it was changed.
          event.target.value = '';
        }}
      />
      <Button
        className={controls.button}
        ref={first}
        focusRipple={false}
        onClick={() => input.current?.click()}
      >
        {t('importing.choose')}
      </Button>
      <span className={controls.secondary}>{t('importing.drop')}</span>
      {files.length > 0 && (
        <ul className={classes.names}>
          {files.slice(0, SHOWN_NAMES_COUNT).map(({ name }, i) => (
            <li key={i}>{name}</li>
          ))}
          {files.length > SHOWN_NAMES_COUNT && <li>…</li>}
        </ul>
      )}
      {leftOut.length > 0 && (
        <p className={classes.note} role="alert">
          {t('importing.onlyThese', { names: leftOut.join(', ') })}
        </p>
      )}
    </div>
  );
}
