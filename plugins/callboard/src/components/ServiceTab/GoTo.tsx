import { makeStyles } from '@material-ui/core/styles';
import type { Observation } from '@callboard/plugin-callboard-common';
import { Panel } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { OutLink } from '../OutLink';
import { distinctLinks } from './distinctLinks';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))',
    gap: '6px 16px',
    margin: 0,
    padding: '12px 16px',
    listStyle: 'none',
  },
});

/** The links of all observations, each once. */
export function GoTo(props: { readonly observations: readonly Observation[] }) {
  const classes = useStyles();
  const t = useTexts();
  const links = distinctLinks(props.observations);
  if (links.length === 0) {
    return null;
  }
  return (
    <Panel title={t('service.goTo')}>
      <ul className={classes.root}>
        {links.map(({ title, url }) => (
          <li key={url}>
            <OutLink title={title} url={url} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
