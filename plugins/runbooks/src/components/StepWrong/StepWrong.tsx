import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import { runbooksApiRef } from '../../api/runbooksApiRef';
import { useTexts } from '../../hooks/useTexts';
import { asSentence } from '../../text/asSentence';

/** "This step is wrong": one tap tells the team. */
export function StepWrong(props: {
  readonly runbookId: string;
  readonly version: number;
  readonly step: number;
  readonly className?: string;
}) {
  const { runbookId, version, step, className = '' } = props;
  const api = useApi(runbooksApiRef);
  const controls = useControlStyles();
  const t = useTexts();
  const [said, setSaid] = useState('');
  const [reported, setReported] = useState(false);
  const n = String(step);
  const report = () => {
    setReported(true);
    setSaid('');
    api.reportStep(runbookId, { version, step }).then(
      () => setSaid(t('reader.stepReported', { n })),
      (error: Error) => {
        setReported(false);
        setSaid(t('reader.stepFailed', { reason: asSentence(error.message) }));
      },
    );
  };
  return (
    <>
      <Button
        className={`${controls.text} ${className}`}
        disabled={reported}
        onClick={report}
      >
        {t('reader.stepWrong', { n })}
      </Button>
      <span role="status">{said}</span>
    </>
  );
}
