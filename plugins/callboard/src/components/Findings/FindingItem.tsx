import { makeStyles } from '@material-ui/core/styles';
import Chip from '@material-ui/core/Chip';
import {
  MONO_FONT,
  PHONE,
  Since,
  StatusIcon,
  statusTokens,
  useStatusTokens,
} from '@callboard/plugin-callboard-react';
import type { RunbookOf } from '../../hooks/useRunbooks';
import { useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';
import { OutLink } from '../OutLink';
import { RunbookLink } from '../RunbookLink';
import { SourceLink } from '../SourceLink';
import { findingPlace } from './findingPlace';
import type { ListedFinding } from './listFindings';
import { LookCommand } from './LookCommand';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      gap: '0 12px',
      padding: '14px 16px',
      '& + &': { borderTop: `1px solid ${tokens.border}` },
    },
    sentence: {
      margin: 0,
      fontSize: 16,
      lineHeight: '22px',
      fontWeight: 700,
      overflowWrap: 'anywhere',
      [PHONE]: { fontSize: 15 },
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '4px 8px',
      marginTop: 3,
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      overflowWrap: 'anywhere',
    },
    word: { fontWeight: 700 },
    chip: {
      height: 20,
      margin: 0,
      fontSize: 12,
      color: tokens.secondary,
      borderColor: tokens.borderStrong,
    },
    code: {
      padding: '1px 5px',
      borderRadius: 3,
      boxShadow: `inset 0 0 0 1px ${tokens.border}`,
      background: tokens.codeBg,
      color: theme.palette.text.primary,
      fontFamily: MONO_FONT,
    },
    hint: { margin: '6px 0 0', overflowWrap: 'anywhere' },
    links: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: '4px 16px',
      marginTop: 8,
    },
  };
});

/** One finding: what is wrong, since when, where, what to do, and where to look. */
export function FindingItem(props: {
  readonly listed: ListedFinding;
  readonly runbookOf: RunbookOf;
}) {
  const { finding, source } = props.listed;
  const place = findingPlace(props.listed);
  const classes = useStyles();
  const t = useTexts();
  const tokens = useStatusTokens();
  const { status } = finding;
  // What is unknown may be the source's fault.
  const sourceInDoubt = status === 'unknown' ? source : undefined;
  if (status === 'note') {
    return null;
  }
  return (
    <article className={classes.root}>
      <StatusIcon status={status} />
      <div>
        <h3 className={classes.sentence}>
          <MessageText text={finding.message} />
        </h3>
        <div className={classes.facts}>
          <span
            className={classes.word}
            style={{ color: tokens.tones[status].text }}
          >
            {t(`status.word.${status}`)}
          </span>
          <Since at={finding.since} atLeast={finding.atLeast} />
          {place && <span>{place}</span>}
          {finding.status !== 'unknown' && (
            <Chip
              className={classes.chip}
              variant="outlined"
              size="small"
              label={
                finding.impact === 'live'
                  ? t('status.live')
                  : t('status.deliveryOnly')
              }
              title={
                finding.impact === 'live'
                  ? undefined
                  : t('status.deliveryOnlyTitle')
              }
            />
          )}
          <span className={classes.code}>{finding.code}</span>
        </div>
        {finding.hint && (
          <p className={classes.hint}>
            <MessageText text={finding.hint} />
          </p>
        )}
        <RunbookLink runbook={props.runbookOf(props.listed)} status={status} />
        <LookCommand finding={finding} />
        {(finding.links.length > 0 || sourceInDoubt) && (
          <div className={classes.links}>
            {sourceInDoubt && <SourceLink source={sourceInDoubt} />}
            {finding.links.map(link => (
              <OutLink key={link.url} title={link.title} url={link.url} />
            ))}
          </div>
        )}
      </div>
    </article>
  );
}
