import { useId, useMemo, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Panel, useControlStyles } from '@callboard/plugin-callboard-react';
import type { ParsedRunbook } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { contentsOf } from '../../reader/contentsOf';
import { NARROW } from '../TwoColumns';

const useStyles = makeStyles({
  // A long one scrolls by itself, so that what stands below it can be reached.
  nav: { maxHeight: '60vh', overflow: 'auto' },
  list: {
    margin: 0,
    padding: '8px 16px 12px',
    listStyle: 'none',
    overflowWrap: 'anywhere',
    '& ul': { margin: 0, paddingLeft: 16, listStyle: 'none' },
    '& li': { padding: '2px 0' },
    [NARROW]: { '& a': { display: 'block', padding: '10px 0' } },
  },
  folded: { [NARROW]: { display: 'none' } },
  toggle: { display: 'none', [NARROW]: { display: 'inline-flex' } },
});

/** The sections and steps of a runbook, to jump to; folded where they would push the text away. */
export function Contents(props: {
  readonly text: ParsedRunbook;
  readonly className?: string;
}) {
  const { text, className } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const entries = useMemo(() => contentsOf(text), [text]);
  const [first, ...others] = entries;
  if (others.length === 0 && (first?.steps ?? []).length === 0) {
    return null;
  }
  return (
    <Panel
      title={t('reader.contents')}
      className={className}
      actions={
        <Button
          className={`${controls.text} ${classes.toggle}`}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'reader.contentsHide' : 'reader.contentsShow')}
        </Button>
      }
    >
      <nav
        id={id}
        aria-label={t('reader.contents')}
        className={isOpen ? classes.nav : `${classes.nav} ${classes.folded}`}
      >
        <ul className={classes.list}>
          {entries.map(entry => (
            <li key={entry.id}>
              {link(entry)}
              {entry.steps.length > 0 && (
                <ul>
                  {entry.steps.map(step => (
                    <li key={step.id}>{link(step)}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </Panel>
  );

  function link(place: { readonly id: string; readonly title: string }) {
    return (
      <a
        className={controls.link}
        href={`#${place.id}`}
        onClick={() => setOpen(false)}
      >
        {place.title}
      </a>
    );
  }
}
