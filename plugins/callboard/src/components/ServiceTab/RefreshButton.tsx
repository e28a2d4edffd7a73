import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import type { ServiceDetail } from '@callboard/plugin-callboard-common';
import {
  Glyph,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useRefreshSources } from '../../hooks/useRefreshSources';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '4px 12px',
      marginLeft: 'auto',
    },
    said: {
      maxWidth: 280,
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
  };
});

/** Asks the service's sources again now; absent for those who may not. */
export function RefreshButton(props: { readonly service: ServiceDetail }) {
  const { service } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const { allowed, state, ask } = useRefreshSources();
  const sources = [
    ...new Set(service.observations.map(({ source }) => source)),
  ].sort();
  if (!allowed || sources.length === 0) {
    return null;
  }
  const said = () => {
    switch (state.type) {
      case 'asked':
        return t('service.refreshAsked');
      case 'failed':
        return t('service.refreshFailed', { reason: state.reason });
      default:
        return '';
    }
  };
  return (
    <div className={classes.root}>
      <span role="status" className={classes.said}>
        {said()}
      </span>
      <Button
        className={controls.text}
        title={t('service.refreshTitle', { sources: sources.join(', ') })}
        startIcon={<Glyph name="refresh" size={16} />}
        disabled={state.type === 'asking'}
        onClick={() => ask(sources)}
      >
        {t('service.refresh')}
      </Button>
    </div>
  );
}
