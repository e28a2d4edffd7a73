import { makeStyles } from '@material-ui/core/styles';
import type { FindingDraft } from '@callboard/plugin-callboard-common';
import {
  Glyph,
  MONO_FONT,
  Panel,
  Since,
  StatusIcon,
  statusTokens,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';
import { OutLink } from '../OutLink';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    finding: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      gap: '0 12px',
      padding: '12px 16px',
      overflowWrap: 'anywhere',
      '& + &': { borderTop: `1px solid ${tokens.border}` },
      '& > svg': { color: tokens.secondary },
    },
    sentence: { margin: 0, fontSize: 14, lineHeight: '20px', fontWeight: 700 },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '2px 8px',
      marginTop: 2,
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
    code: {
      padding: '1px 5px',
      borderRadius: 3,
      boxShadow: `inset 0 0 0 1px ${tokens.border}`,
      background: tokens.codeBg,
      color: theme.palette.text.primary,
      fontFamily: MONO_FONT,
    },
    hint: { margin: '4px 0 0' },
  };
});

/** What is worth knowing about a source as such; nothing where there is nothing. */
export function SourceFindings(props: {
  readonly findings: readonly FindingDraft[];
}) {
  const { findings } = props;
  const classes = useStyles();
  const t = useTexts();
  if (findings.length === 0) {
    return null;
  }
  return (
    <Panel
      title={t('source.findings')}
      subtitle={t('source.findingsCount', { count: findings.length })}
    >
      {findings.map((finding, index) => {
        const { code, status, message, hint, since, atLeast, links } = finding;
        return (
          <article key={`${code} ${index}`} className={classes.finding}>
            {status === 'note' ? (
              <Glyph name="info" />
            ) : (
              <StatusIcon status={status} />
            )}
            <div>
              <h3 className={classes.sentence}>
                <MessageText text={message} />
              </h3>
              <div className={classes.facts}>
                {since && <Since at={since} atLeast={atLeast} />}
                <span className={classes.code}>{code}</span>
                {links.map(({ title, url }) => (
                  <OutLink key={url} title={title} url={url} />
                ))}
              </div>
              {hint && (
                <p className={classes.hint}>
                  <MessageText text={hint} />
                </p>
              )}
            </div>
          </article>
        );
      })}
    </Panel>
  );
}
