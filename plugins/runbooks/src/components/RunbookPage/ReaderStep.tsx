import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import {
  statusTokens,
  useControlStyles,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { Runbook, Step } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../../api/runbooksApiRef';
import { useTexts } from '../../hooks/useTexts';
import { RunbookMarkdown } from '../RunbookMarkdown';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: '32px minmax(0, 1fr)',
      gap: '0 12px',
      padding: '12px 0',
      '& + &': { borderTop: `1px solid ${tokens.border}` },
      breakInside: 'avoid-page',
    },
    number: {
      display: 'grid',
      placeItems: 'center',
      width: 28,
      height: 28,
      boxSizing: 'border-box',
      borderRadius: 4,
      border: `2px solid ${tokens.borderStrong}`,
      fontWeight: 700,
      color: tokens.secondary,
    },
    title: { margin: 0, fontSize: 16, lineHeight: '28px', fontWeight: 700 },
    box: {
      marginLeft: 8,
      fontSize: 12,
      fontWeight: 400,
      color: tokens.secondary,
    },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 8,
      '@media print': { display: 'none' },
    },
  };
});

/** A step as it is read. */
export function ReaderStep(props: {
  readonly runbook: Runbook;
  readonly step: Step;
  readonly definitions: string;
  readonly params: Readonly<Record<string, string>>;
}) {
  const { runbook, step, definitions, params } = props;
  const api = useApi(runbooksApiRef);
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const [said, setSaid] = useState('');
  const [reported, setReported] = useState(false);
  const n = String(step.n);
  const report = () => {
    setReported(true);
    api.reportStep(runbook.id, { version: runbook.version, step: step.n }).then(
      () => setSaid(t('reader.stepReported', { n })),
      (error: Error) => {
        setReported(false);
        setSaid(t('reader.stepFailed', { reason: error.message }));
      },
    );
  };
  return (
    <li className={classes.root} id={`step-${n}`}>
      <span className={classes.number} aria-hidden>
        {n}
      </span>
      <div>
        <h4 className={classes.title}>
          <span className={controls.silent}>{n}. </span>
          {step.title}
          {step.timeBoxMs !== undefined && (
            <span className={classes.box}>
              {t('reader.timeBox', {
                duration: words.duration(step.timeBoxMs),
              })}
            </span>
          )}
        </h4>
        <RunbookMarkdown
          markdown={`${step.markdown}\n\n${definitions}`}
          params={params}
        />
        <div className={classes.foot}>
          <Button
            className={controls.text}
            disabled={reported}
            onClick={report}
          >
            {t('reader.stepWrong', { n })}
          </Button>
          <span role="status">{said}</span>
        </div>
      </div>
    </li>
  );
}
