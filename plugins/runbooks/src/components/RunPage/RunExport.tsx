import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import type { Run } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../../api/runbooksApiRef';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
    '@media print': { display: 'none' },
  },
});

/** Takes a run out as Markdown, for the post-mortem. */
export function RunExport(props: { readonly run: Run }) {
  const { id } = props.run;
  const api = useApi(runbooksApiRef);
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const [said, setSaid] = useState('');
  const withText = async (task: (text: string) => Promise<void> | void) => {
    try {
      await task(await api.exportRun(id));
    } catch (error) {
      const reason = toError(error).message;
      setSaid(t('run.exportFailed', { reason }));
    }
  };
  const copy = () =>
    withText(async text => {
      await navigator.clipboard.writeText(text);
      setSaid(t('run.copied'));
    });
  const download = () =>
    withText(text => {
      const url = URL.createObjectURL(
        new Blob([text], { type: 'text/markdown' }),
      );
      const link = document.createElement('a');
      link.href = url;
      link.download = `run-${id}.md`;
      link.click();
      URL.revokeObjectURL(url);
    });
  return (
    <div className={classes.root}>
      <Button className={controls.button} onClick={() => void copy()}>
        {t('run.exportCopy')}
      </Button>
      <Button className={controls.button} onClick={() => void download()}>
        {t('run.exportDownload')}
      </Button>
      <Button className={controls.button} onClick={() => window.print()}>
        {t('run.exportPrint')}
      </Button>
      <span role="status">{said}</span>
    </div>
  );
}
