import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import { useImport } from '../../hooks/useImport';
import { useTexts } from '../../hooks/useTexts';
import { FileChoice } from './FileChoice';
import { ImportResults } from './ImportResults';

const useStyles = makeStyles({
  content: { display: 'grid', gap: 16, fontSize: 14, lineHeight: '20px' },
});

/** Imports Markdown files, one or many, or a zip that was exported. */
export function ImportDialog(props: {
  /** What they belong to where the files do not say it. */
  readonly entityRef?: string;
  onClose(): void;
  /** Something may have changed. */
  onImported(): void;
}) {
  const { onClose, onImported } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const id = useId();
  const { state, start, reset } = useImport();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [entityRef, setEntityRef] = useState(props.entityRef ?? '');
  const isBusy = state.type === 'importing';
  // Half an import is not to be missed by a click beside the dialog.
  const close = () => {
    if (!isBusy) {
      onClose();
    }
  };
  return (
    <Dialog open fullWidth maxWidth="md" onClose={close} aria-labelledby={id}>
      <DialogTitle id={id}>{t('importing.title')}</DialogTitle>
      <DialogContent className={classes.content}>
        {state.type === 'idle' ? (
          <>
            <DialogContentText>{t('importing.text')}</DialogContentText>
            <FileChoice files={files} onFiles={setFiles} />
            <TextField
              id={`${id}-entity`}
              label={t('importing.entity')}
              helperText={t('importing.entityHelp')}
              value={entityRef}
              onChange={event => setEntityRef(event.target.value)}
            />
          </>
        ) : (
          <div>
            {isBusy && (
              <>
                <LinearProgress
                  variant="determinate"
                  aria-label={t('importing.title')}
                  value={(100 * state.doneCount) / state.totalCount}
                />
                <p role="status">
                  {t('importing.progress', {
                    done: String(state.doneCount),
                    total: String(state.totalCount),
                  })}
                </p>
              </>
            )}
            {state.type === 'done' && <ImportResults items={state.items} />}
          </div>
        )}
      </DialogContent>
      <DialogActions>
        {state.type === 'done' && (
          <Button
            className={controls.button}
            onClick={() => {
              setFiles([]);
              reset();
            }}
          >
            {t('importing.again')}
          </Button>
        )}
        <Button className={controls.button} disabled={isBusy} onClick={close}>
          {t(state.type === 'done' ? 'importing.close' : 'importing.cancel')}
        </Button>
        {state.type === 'idle' && (
          <Button
            className={controls.primary}
            disabled={files.length === 0}
            onClick={async () => {
              await start(files, entityRef.trim());
              onImported();
            }}
          >
            {t('importing.start', { count: files.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
