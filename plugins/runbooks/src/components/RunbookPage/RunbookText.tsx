import { Fragment, useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Card from '@material-ui/core/Card';
import { PHONE, statusTokens } from '@callboard/plugin-callboard-react';
import type { ParsedRunbook, Runbook } from '@callboard/plugin-runbooks-common';
import { anchorId } from '../../reader/anchorId';
import { isFirstStep } from '../../reader/contentsOf';
import { inChunks } from '../../reader/inChunks';
import { partsOf, type Lines } from '../../reader/partsOf';
import { AskedValuesProvider, RunbookMarkdown } from '../RunbookMarkdown';
import { WhenNear } from '../WhenNear';
import { ReaderStep } from './ReaderStep';

/** Longer texts are drawn bit by bit. */
const SHORT_MAX_COUNT = 64 * 1024;

const useStyles = makeStyles(theme => ({
  root: {
    padding: '8px 20px 16px',
    [PHONE]: { padding: '8px 12px 12px' },
    '@media print': { boxShadow: 'none' },
    // Where the address led to.
    '& [tabindex="-1"]:focus-visible': {
      outline: `2px solid ${statusTokens(theme).focus}`,
      outlineOffset: 6,
      borderRadius: 2,
    },
    '& [id]': { scrollMarginTop: 16 },
  },
  heading: { margin: '16px 0 4px', fontSize: 18, lineHeight: '26px' },
  between: { padding: '8px 0 12px 44px' },
  plain: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  steps: { margin: 0, padding: 0, listStyle: 'none' },
}));

/** The text of a runbook: its sections, with their steps numbered through. */
export function RunbookText(props: {
  readonly runbook: Runbook;
  readonly text: ParsedRunbook;
  readonly params: Readonly<Record<string, string>>;
}) {
  const { runbook, text, params } = props;
  const classes = useStyles();
  const parts = useMemo(() => partsOf(text), [text]);
  const anchors = useMemo(
    () => new Map(text.headings.map(({ line, anchor }) => [line, anchor])),
    [text],
  );
  const isLong = runbook.content.length > SHORT_MAX_COUNT;
  const show = (lines: Lines) =>
    inChunks(lines).map(({ markdown, line }) => (
      <WhenNear
        key={line}
        isLong={isLong}
        plain={<div className={classes.plain}>{markdown}</div>}
      >
        <RunbookMarkdown
          markdown={markdown}
          line={line}
          text={text}
          params={params}
        />
      </WhenNear>
    ));
  return (
    <AskedValuesProvider params={text.frontMatter.params}>
      <Card className={classes.root} component="article">
        {parts.map(part => (
          <section key={part.line}>
            {part.heading !== undefined && !isFirstStep(part) && (
              <h3
                id={anchorId(anchors.get(part.line) ?? '')}
                className={classes.heading}
              >
                {part.heading}
              </h3>
            )}
            {show(part.before)}
            {part.steps.length > 0 && (
              <ol className={classes.steps}>
                {part.steps.map(({ step, after }) => (
                  <Fragment key={step.n}>
                    <ReaderStep
                      runbook={runbook}
                      step={step}
                      anchor={anchors.get(step.line)}
                      isLong={isLong}
                    >
                      {show({ markdown: step.markdown, line: step.bodyLine })}
                    </ReaderStep>
                    {after.markdown.trim() !== '' && (
                      <li className={classes.between}>{show(after)}</li>
                    )}
                  </Fragment>
                ))}
              </ol>
            )}
          </section>
        ))}
      </Card>
    </AskedValuesProvider>
  );
}
