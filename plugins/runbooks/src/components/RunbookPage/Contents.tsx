import { makeStyles } from '@material-ui/core/styles';
import { Panel, useControlStyles } from '@callboard/plugin-callboard-react';
import type { ParsedRunbook } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { partsOf } from '../../reader/partsOf';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: '8px 16px 12px',
    listStyle: 'none',
    overflowWrap: 'anywhere',
    '& ul': { margin: 0, paddingLeft: 16, listStyle: 'none' },
    '& li': { padding: '2px 0' },
  },
});

/** The sections and steps of a runbook, to jump to. */
export function Contents(props: { readonly text: ParsedRunbook }) {
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const parts = partsOf(props.text);
  if (parts.length < 2) {
    return null;
  }
  return (
    <Panel title={t('reader.contents')}>
      <nav aria-label={t('reader.contents')}>
        <ul className={classes.list}>
          {parts.map(part => (
            <li key={part.id}>
              <a className={controls.link} href={`#${part.id}`}>
                {part.heading}
              </a>
              {part.steps.length > 1 && (
                <ul>
                  {part.steps.map(({ n, title }) => (
                    <li key={n}>
                      <a className={controls.link} href={`#step-${n}`}>
                        {n}. {title}
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </Panel>
  );
}
