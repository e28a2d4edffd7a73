import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Card from '@material-ui/core/Card';
import { PHONE } from '@callboard/plugin-callboard-react';
import type { ParsedRunbook, Runbook } from '@callboard/plugin-runbooks-common';
import { partsOf } from '../../reader/partsOf';
import { AskedValuesProvider, RunbookMarkdown } from '../RunbookMarkdown';
import { ReaderStep } from './ReaderStep';

const useStyles = makeStyles({
  root: {
    padding: '8px 20px 16px',
    [PHONE]: { padding: '8px 12px 12px' },
    '@media print': { boxShadow: 'none' },
  },
  heading: { margin: '16px 0 4px', fontSize: 18, lineHeight: '26px' },
  steps: { margin: 0, padding: 0, listStyle: 'none' },
});

/** The text of a runbook: its sections, with their steps numbered through. */
export function RunbookText(props: {
  readonly runbook: Runbook;
  readonly text: ParsedRunbook;
  readonly params: Readonly<Record<string, string>>;
}) {
  const { runbook, text, params } = props;
  const { definitions, intro } = text;
  const classes = useStyles();
  const parts = useMemo(() => partsOf(text), [text]);
  return (
    <AskedValuesProvider params={text.frontMatter.params}>
      <Card className={classes.root} component="article">
        {intro.trim() && (
          <RunbookMarkdown
            markdown={`${intro}\n\n${definitions}`}
            params={params}
          />
        )}
        {parts.map(part => (
          <section key={part.id} id={part.id}>
            {part.steps[0]?.title !== part.heading && (
              <h3 className={classes.heading}>{part.heading}</h3>
            )}
            {part.markdown.trim() && (
              <RunbookMarkdown
                markdown={`${part.markdown}\n\n${definitions}`}
                params={params}
              />
            )}
            {part.steps.length > 0 && (
              <ol className={classes.steps}>
                {part.steps.map(step => (
                  <ReaderStep
                    key={step.n}
                    runbook={runbook}
                    step={step}
                    definitions={definitions}
                    params={params}
                  />
                ))}
              </ol>
            )}
          </section>
        ))}
      </Card>
    </AskedValuesProvider>
  );
}
