import { useState } from 'react';
import Button from '@material-ui/core/Button';
import {
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { ImportDialog } from '../ImportDialog';
import { WriteButton } from './WriteButton';

/** Says what a runbook is for, and offers to make the first one. */
export function NoRunbooks(props: {
  readonly entityRef: string;
  readonly mayCreate: boolean;
  onImported(): void;
}) {
  const { entityRef, mayCreate, onImported } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const [importing, setImporting] = useState(false);
  return (
    <>
      <StatePanel
        flat
        icon={{ glyph: 'runbooks' }}
        title={t('entity.emptyTitle')}
        actions={
          mayCreate && (
            <>
              <WriteButton primary entityRef={entityRef} />
              <Button
                className={controls.button}
                onClick={() => setImporting(true)}
              >
                {t('entity.import')}
              </Button>
            </>
          )
        }
      >
        <p>{t('entity.emptyText')}</p>
        {!mayCreate && <p>{t('entity.emptyForbidden')}</p>}
      </StatePanel>
      {importing && (
        <ImportDialog
          entityRef={entityRef}
          onClose={() => setImporting(false)}
          onImported={onImported}
        />
      )}
    </>
  );
}
