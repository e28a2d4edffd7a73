import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import { failureOf, useControlStyles } from '@callboard/plugin-callboard-react';
import { runbooksApiRef } from '../../api/runbooksApiRef';
import { useTexts } from '../../hooks/useTexts';

/** Browsers fetch what a link leads to after the click; before that it has to stay. */
const KEPT_MS = 60_000;

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** All runbooks that the viewer may read, as a zip that imports again. */
export function ExportButton() {
  const api = useApi(runbooksApiRef);
  const controls = useControlStyles();
  const t = useTexts();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const run = async () => {
    setBusy(true);
    setProblem('');
    try {
      const day = new Date().toISOString().slice(0, 10);
      download(await api.exportRunbooks(), `runbooks-${day}.zip`);
    } catch (error) {
      const { message } = failureOf(
        error instanceof Error ? error : new Error(String(error)),
      );
      setProblem(t('importing.exportFailed', { reason: message }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button className={controls.button} disabled={busy} onClick={run}>
        {t(busy ? 'importing.exporting' : 'importing.exportAll')}
      </Button>
      <span role="status">{problem}</span>
    </>
  );
}
