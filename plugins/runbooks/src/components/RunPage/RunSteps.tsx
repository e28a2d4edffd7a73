import { useCallback, useMemo, useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { Panel, StatePanel } from '@callboard/plugin-callboard-react';
import type {
  ParsedRunbook,
  Run,
  StepChange,
} from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../../api/runbooksApiRef';
import type { LiveRun } from '../../hooks/useRun';
import { useRunKeys } from '../../hooks/useRunKeys';
import { useTexts } from '../../hooks/useTexts';
import { progressOf } from '../../run/progressOf';
import { RunStepItem } from './RunStepItem';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  said: { '&:not(:empty)': { padding: '8px 16px' } },
});

interface OpenForm {
  readonly n: number;
  readonly state: StepChange['state'];
}

/** The steps of a run, the one to do now open and with buttons. */
export function RunSteps(props: {
  readonly run: Run;
  /** Absent while the text is loaded, and where it cannot be read. */
  readonly text?: ParsedRunbook;
  readonly live: Pick<LiveRun, 'busy' | 'changeStep'>;
}) {
  const { run, text, live } = props;
  const { changeStep, busy } = live;
  const api = useApi(runbooksApiRef);
  const classes = useStyles();
  const t = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const [form, setForm] = useState<OpenForm>();
  const [said, setSaid] = useState('');
  const isOver = run.finishedAt !== undefined;
  const { current } = progressOf(run);

  const copy = useCallback(() => {
    list.current
      ?.querySelector<HTMLElement>('[aria-current=step] [data-copy]')
      ?.click();
  }, []);
  const keys = useMemo(
    () =>
      current === undefined || isOver
        ? undefined
        : {
            // A second press before the answer would be meant for another step.
            done: () => !busy && void changeStep(current, { state: 'done' }),
            skip: () => setForm({ n: current, state: 'skipped' }),
            failed: () => setForm({ n: current, state: 'failed' }),
            copy,
          },
    [current, isOver, busy, changeStep, copy],
  );
  // What is being written about a step is sent by its form, not by a key.
  useRunKeys(form ? undefined : keys);

  const report = (n: number) =>
    api
      .reportStep(run.runbookId, { version: run.runbookVersion, step: n })
      .then(
        () => setSaid(t('run.wrongReported', { n: String(n) })),
        (error: Error) =>
          setSaid(t('run.wrongFailed', { reason: error.message })),
      );

  if (run.steps.length === 0) {
    return (
      <StatePanel icon={{ glyph: 'runbooks' }} title={t('run.noSteps')}>
        {t('run.noStepsText')}
      </StatePanel>
    );
  }
  return (
    <Panel title={t('run.steps')}>
      <div role="status" className={classes.said}>
        {said}
      </div>
      <ol ref={list} className={classes.list}>
        {run.steps.map(step => (
          <RunStepItem
            key={step.n}
            step={step}
            text={text?.steps.find(({ n }) => n === step.n)}
            definitions={text?.definitions ?? ''}
            params={run.params}
            isCurrent={step.n === current}
            isOver={isOver}
            busy={busy}
            form={form?.n === step.n ? form.state : undefined}
            onForm={state => setForm(state && { n: step.n, state })}
            onChange={change => changeStep(step.n, change)}
            onWrong={() => void report(step.n)}
          />
        ))}
      </ol>
    </Panel>
  );
}
