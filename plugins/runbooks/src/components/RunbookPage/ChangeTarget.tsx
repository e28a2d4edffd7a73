import { FormEvent, useId, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

/** What an address takes of a value at most. */
const VALUE_MAX_COUNT = 1_000;

const useStyles = makeStyles({
  button: { '@media print': { display: 'none' } },
  fields: { display: 'grid', gap: 12, marginTop: 12 },
});

/** The way to other values for the commands. */
export function ChangeTarget(props: {
  readonly params: Readonly<Record<string, string>>;
  /** Names of the values that there may be. */
  readonly names: readonly string[];
  onChange(params: Readonly<Record<string, string>>): void;
}) {
  const { params, names, onChange } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const id = useId();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>();
  const close = () => setTyped(undefined);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const values = Object.entries(typed ?? params).map(
      ([name, value]) => [name, value.trim()] as const,
    );
    onChange(Object.fromEntries(values));
    close();
  };
  return (
    <>
      <Button
        className={`${controls.button} ${classes.button}`}
        onClick={() => setTyped(params)}
      >
        {t('target.change')}
      </Button>
      {typed && (
        <Dialog
          open
          fullWidth
          maxWidth="xs"
          onClose={close}
          aria-labelledby={`${id}-title`}
        >
          <form onSubmit={save}>
            <DialogTitle id={`${id}-title`}>{t('target.values')}</DialogTitle>
            <DialogContent>
              {t('target.valuesText')}
              <div className={classes.fields}>
                {names.map(name => (
                  <TextField
                    key={name}
                    id={`${id}-${name}`}
                    size="small"
                    variant="outlined"
                    label={name}
                    value={typed[name] ?? ''}
                    inputProps={{
                      maxLength: VALUE_MAX_COUNT,
                      autoCapitalize: 'off',
                      autoComplete: 'off',
                      spellCheck: false,
                    }}
                    onChange={event =>
                      setTyped({ ...typed, [name]: event.target.value })
                    }
                  />
                ))}
              </div>
            </DialogContent>
            <DialogActions>
              <Button className={controls.button} onClick={close}>
                {t('target.cancel')}
              </Button>
              <Button type="submit" className={controls.primary}>
                {t('target.use')}
              </Button>
            </DialogActions>
          </form>
        </Dialog>
      )}
    </>
  );
}
