import { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Popper from '@material-ui/core/Popper';
import { makeStyles } from '@material-ui/core/styles';
import { Aspect, ServiceStatus } from '@callboard/plugin-callboard-common';
import {
  Glyph,
  Since,
  statusTokens,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';
import { StatusWord } from '../StatusWord';
import { aspectTone } from './aspectWords';

const FINDINGS_MAX_COUNT = 2;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    popper: { zIndex: theme.zIndex.tooltip },
    paper: {
      width: 336,
      maxWidth: '90vw',
      padding: 12,
      background: tokens.raised,
      fontFamily: theme.typography.fontFamily,
      fontSize: 13,
      lineHeight: '18px',
    },
    text: { marginTop: 6, overflowWrap: 'anywhere' },
    line: { display: 'flex', gap: 6, marginTop: 6 },
    words: { display: 'flex', flexWrap: 'wrap', gap: '0 8px', marginTop: 6 },
    quiet: { fontSize: 12, lineHeight: '18px', color: tokens.secondary },
    keys: {
      marginTop: 6,
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
  };
});

/** What a tip is about, and the cell that it belongs to. */
export interface TipTarget {
  readonly anchor: HTMLElement;
  readonly row: ServiceStatus;
  readonly aspect: Aspect;
}

/** Word, age and finding of a cell, and what stale means here. Opens below the row. */
export function CellTip(props: {
  readonly id: string;
  readonly target: TipTarget;
  onEnter(): void;
  onLeave(): void;
}) {
  const { id, target, onEnter, onLeave } = props;
  const { row, aspect, anchor } = target;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const known = row.aspects[aspect];
  const staleText = () => {
    if (!known?.observedAt) {
      return t('board.tipStaleNever');
    }
    const seenMs = Date.parse(known.observedAt);
    return t('board.tipStale', {
      instant: words.short(seenMs, now),
      duration: words.duration(now - seenMs),
    });
  };
  const note = (glyph: 'clock' | 'info', text: ReactNode) => (
    <div className={classes.line}>
      <Glyph name={glyph} size={16} />
      <span>{text}</span>
    </div>
  );
  return (
    <Popper
      open
      className={classes.popper}
      anchorEl={anchor}
      placement="bottom-end"
      modifiers={{ offset: { offset: '0, 6' } }}
    >
      <Paper
        id={id}
        role="tooltip"
        elevation={8}
        className={classes.paper}
        onMouseEnter={onEnter}
        onMouseLeave={onLeave}
      >
        <b>
          {t('board.tipTitle', {
            aspect: t(`status.aspect.${aspect}`),
            service: row.title ?? row.name,
          })}
        </b>
        {known ? (
          <>
            <div className={classes.words}>
              <StatusWord status={aspectTone(known)} size={16} />
              <span className={classes.quiet}>
                <Since at={known.since} atLeast={known.atLeast} />
              </span>
            </div>
            {known.findings.length === 0 && (
              <div className={classes.text}>
                <MessageText text={known.summary} />
              </div>
            )}
            {known.findings.slice(0, FINDINGS_MAX_COUNT).map(finding => (
              <div key={finding.fingerprint} className={classes.text}>
                <MessageText text={finding.message} />
              </div>
            ))}
            {known.findings.length > FINDINGS_MAX_COUNT && (
              <div className={classes.quiet}>
                {t('board.tipMore', {
                  count: known.findings.length - FINDINGS_MAX_COUNT,
                })}
              </div>
            )}
            {known.flapping && note('info', t('board.tipFlapping'))}
            {known.stale &&
              note('clock', `${staleText()} ${t('board.tipStaleMeans')}`)}
            <div className={classes.keys}>{t('board.tipKeys')}</div>
          </>
        ) : (
          <div className={classes.text}>{t('board.tipAbsent')}</div>
        )}
      </Paper>
    </Popper>
  );
}
