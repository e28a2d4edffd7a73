import { FormEvent, useId, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Paper from '@material-ui/core/Paper';
import TextField from '@material-ui/core/TextField';
import {
  PHONE,
  statusTokens,
  useControlStyles,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { targetWords } from '../../run/targetWords';
import type { RunbookTarget } from '../../target/readTarget';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 8,
      marginTop: 12,
      padding: '12px 16px',
      border: `1px solid ${tokens.borderStrong}`,
      overflowWrap: 'anywhere',
      [PHONE]: { padding: '10px 12px' },
    },
    set: { border: `2px solid ${tokens.tones.failing.icon}` },
    words: { flex: '1 1 240px', minWidth: 0, '& > p': { margin: 0 } },
    title: { fontSize: 16, lineHeight: '24px', fontWeight: 700 },
    small: { fontSize: 12, lineHeight: '16px', color: tokens.secondary },
    change: { '@media print': { display: 'none' } },
    fields: { display: 'grid', gap: 12, marginTop: 12 },
  };
});

/** Where the commands act, and the way to change that. */
export function TargetBanner(props: {
  readonly target: RunbookTarget;
  /** Names that the commands ask for. */
  readonly names: readonly string[];
  onChange(params: Readonly<Record<string, string>>): void;
}) {
  const { target, names, onChange } = props;
  const { params, finding } = target;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const times = useTimeWords();
  const now = useNow();
  const id = useId();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>();
  const words = targetWords(params);
  const isSet = words !== '';
  const asked = [...new Set([...names, ...Object.keys(params)])];
  // The address says when it began, and anybody may write an address.
  const sinceMs = Date.parse(finding?.since ?? '');
  const origin = (code: string) =>
    Number.isNaN(sinceMs)
      ? t('reader.targetFinding', { code })
      : t('reader.targetFindingSince', {
          code,
          since: times.short(sinceMs, now),
        });
  const save = (event: FormEvent) => {
    event.preventDefault();
    onChange(typed ?? params);
    setTyped(undefined);
  };
  return (
    <Paper
      className={isSet ? `${classes.root} ${classes.set}` : classes.root}
      elevation={0}
    >
      <div className={classes.words}>
        <p className={classes.title}>
          {isSet
            ? t('reader.target', { target: words })
            : t('reader.targetUnknown')}
        </p>
        <p className={classes.small}>
          {finding?.code && `${origin(finding.code)} `}
          {t(
            asked.length > 0 ? 'reader.targetUnderlined' : 'reader.targetNone',
          )}
        </p>
      </div>
      {asked.length > 0 && (
        <Button
          className={`${controls.button} ${classes.change}`}
          onClick={() => setTyped(params)}
        >
          {t('reader.targetChange')}
        </Button>
      )}
      {typed && (
        <Dialog
          open
          fullWidth
          onClose={() => setTyped(undefined)}
          aria-labelledby="target-title"
        >
          <form onSubmit={save}>
            <DialogTitle id="target-title">
              {t('reader.targetTitle')}
            </DialogTitle>
            <DialogContent>
              {t('reader.targetText')}
              <div className={classes.fields}>
                {asked.map(name => (
                  <TextField
                    key={name}
                    id={`${id}-${name}`}
                    size="small"
                    variant="outlined"
                    label={name}
                    value={typed[name] ?? ''}
                    inputProps={{ maxLength: 1000 }}
                    onChange={event =>
                      setTyped({ ...typed, [name]: event.target.value })
                    }
                  />
                ))}
              </div>
            </DialogContent>
            <DialogActions>
              <Button
                className={controls.button}
                onClick={() => setTyped(undefined)}
              >
                {t('reader.cancel')}
              </Button>
              <Button type="submit" className={controls.primary}>
                {t('reader.targetUse')}
              </Button>
            </DialogActions>
          </form>
        </Dialog>
      )}
    </Paper>
  );
}
