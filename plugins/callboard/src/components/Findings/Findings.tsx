import { makeStyles } from '@material-ui/core/styles';
import type { ServiceDetail } from '@callboard/plugin-callboard-common';
import { Glyph, Panel, statusTokens } from '@callboard/plugin-callboard-react';
import type { RunbookOf } from '../../hooks/useRunbooks';
import { useTexts } from '../../hooks/useTexts';
import { joinSentences } from '../../text/joinSentences';
import { MessageText } from '../MessageText';
import { FindingItem } from './FindingItem';
import type { ListedFindings } from './listFindings';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    none: { margin: 0, padding: 16, color: tokens.secondary },
    note: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      gap: '0 12px',
      padding: '10px 16px',
      color: tokens.secondary,
      overflowWrap: 'anywhere',
      'article + &, & + &': { borderTop: `1px solid ${tokens.border}` },
    },
  };
});

/** Everything that is not as it should be, worst first, and then what is only worth reading. */
export function Findings(props: {
  readonly service: ServiceDetail;
  readonly listed: ListedFindings;
  readonly runbookOf: RunbookOf;
}) {
  const { service, listed, runbookOf } = props;
  const { problems, notes } = listed;
  const classes = useStyles();
  const t = useTexts();
  return (
    <Panel
      title={t('service.findings')}
      subtitle={
        problems.length > 0
          ? t('service.findingsCount', { count: problems.length })
          : undefined
      }
    >
      {problems.length === 0 && service.status === 'ok' && (
        <p className={classes.none}>{t('service.findingsNone')}</p>
      )}
      {problems.map(problem => (
        <FindingItem
          key={problem.finding.fingerprint}
          listed={problem}
          runbookOf={runbookOf}
        />
      ))}
      {notes.map(({ finding }) => (
        <div key={finding.fingerprint} className={classes.note}>
          <Glyph name="info" />
          <span>
            <b>{t('service.note')}</b>{' '}
            <MessageText text={joinSentences(finding.message, finding.hint)} />
          </span>
        </div>
      ))}
    </Panel>
  );
}
