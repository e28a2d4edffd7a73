import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

/** Asks before a runbook is archived. */
export function ArchiveDialog(props: { onArchive(): void; onClose(): void }) {
  const { onArchive, onClose } = props;
  const controls = useControlStyles();
  const t = useTexts();
  return (
    <Dialog open onClose={onClose} aria-labelledby="archive-title">
      <DialogTitle id="archive-title">{t('reader.archiveTitle')}</DialogTitle>
      <DialogContent>{t('reader.archiveText')}</DialogContent>
      <DialogActions>
        <Button className={controls.button} onClick={onClose}>
          {t('reader.cancel')}
        </Button>
        <Button className={controls.primary} onClick={onArchive}>
          {t('reader.archive')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
