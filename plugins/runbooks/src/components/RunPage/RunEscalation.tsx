import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  Strip,
  Strips,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { ParsedRunbook, Run } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { dueAt } from '../../run/dueAt';
import { progressOf } from '../../run/progressOf';
import { RunbookMarkdown } from '../RunbookMarkdown';

const useStyles = makeStyles({ body: { padding: '8px 16px 12px' } });

/** When to call for help, and whom: what the runbook says under its heading for that. */
export function RunEscalation(props: {
  readonly run: Run;
  readonly text: ParsedRunbook;
}) {
  const { run, text } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow(1_000);
  const section = text.sections.find(({ kind }) => kind === 'escalation');
  const { current } = progressOf(run);
  const due = run.finishedAt
    ? undefined
    : dueAt(
        run,
        text.steps.find(({ n }) => n === current),
      );
  if (!section && due === undefined) {
    return null;
  }
  const isOver = due !== undefined && due <= now;
  return (
    <Panel title={t('run.escalate')}>
      <div className={classes.body}>
        <Strips flush>
          {isOver && (
            <Strip tone="failing">
              {t('run.escalateNow', { time: words.short(due, now) })}
            </Strip>
          )}
        </Strips>
        {due !== undefined && !isOver && (
          // Not announced: it says something else every second.
          <span>
            {t('run.escalateBy', {
              time: words.short(due, now),
              duration: words.duration(due - now, true),
            })}
          </span>
        )}
        {section && (
          <RunbookMarkdown
            markdown={section.markdown}
            line={section.bodyLine}
            text={text}
            params={run.params}
          />
        )}
      </div>
    </Panel>
  );
}
