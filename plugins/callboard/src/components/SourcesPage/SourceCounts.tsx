import { makeStyles } from '@material-ui/core/styles';
import ButtonBase from '@material-ui/core/ButtonBase';
import type {
  SourceHealth,
  SourceState,
} from '@callboard/plugin-callboard-common';
import {
  PHONE,
  StatusIcon,
  statusTokens,
} from '@callboard/plugin-callboard-react';
import { useNumberWords } from '../../hooks/useNumberWords';
import { useTexts } from '../../hooks/useTexts';
import { countSources } from './sourceOrder';
import { SOURCE_TONES } from './sourceTones';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const box = {
    minHeight: 48,
    padding: '4px 16px 4px 12px',
    borderRadius: 4,
    border: `1px solid ${tokens.border}`,
    background: theme.palette.background.paper,
    fontSize: 14,
    lineHeight: '20px',
  };
  return {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 8,
      [PHONE]: { gap: 6 },
    },
    states: { display: 'contents' },
    count: {
      ...box,
      display: 'inline-flex',
      justifyContent: 'flex-start',
      gap: 10,
      fontFamily: 'inherit',
      '&:hover': { background: tokens.hover },
      '&[aria-pressed="true"]': {
        background: tokens.selected,
        borderColor: tokens.primary,
        boxShadow: `inset 0 0 0 1px ${tokens.primary}`,
      },
      '&:focus-visible': {
        outline: `2px solid ${tokens.focus}`,
        outlineOffset: 1,
      },
    },
    number: {
      marginRight: 8,
      fontSize: 24,
      lineHeight: '28px',
      fontWeight: 700,
      fontVariantNumeric: 'tabular-nums',
    },
    calls: {
      ...box,
      minWidth: 240,
      marginLeft: 'auto',
      [PHONE]: { flex: '1 1 100%', minWidth: 0, marginLeft: 0 },
    },
    small: {
      display: 'block',
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
  };
});

/** Sources by state, which is also the filter of the table, and what asking them costs. */
export function SourceCounts(props: {
  readonly sources: readonly SourceHealth[];
  readonly selected: SourceState | undefined;
  readonly onSelect: (state: SourceState | undefined) => void;
}) {
  const { sources, selected, onSelect } = props;
  const classes = useStyles();
  const t = useTexts();
  const numbers = useNumberWords();
  const calls = sources.reduce((sum, source) => sum + source.calls, 0);
  return (
    <div className={classes.root}>
      <div
        role="group"
        aria-label={t('sources.states')}
        className={classes.states}
      >
        {countSources(sources).map(({ state, count }) => (
          <ButtonBase
            key={state}
            className={classes.count}
            aria-pressed={state === selected}
            onClick={() => onSelect(state === selected ? undefined : state)}
          >
            <StatusIcon status={SOURCE_TONES[state]} size={24} />
            <span>
              <span className={classes.number}>{count}</span>{' '}
              {t(`sources.state.${state}`)}
            </span>
          </ButtonBase>
        ))}
      </div>
      <div className={classes.calls}>
        <b>
          {t('sources.calls', { count: calls, calls: numbers.count(calls) })}
        </b>
        <span className={classes.small}>{t('sources.callsWhy')}</span>
      </div>
    </div>
  );
}
