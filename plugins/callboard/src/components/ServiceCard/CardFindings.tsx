import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import type { ServiceDetail } from '@callboard/plugin-callboard-common';
import {
  Since,
  StatusIcon,
  statusTokens,
} from '@callboard/plugin-callboard-react';
import { useRunbooks } from '../../hooks/useRunbooks';
import { useServicePath } from '../../hooks/useServicePath';
import { useTexts } from '../../hooks/useTexts';
import { findingPlace, listFindings } from '../Findings';
import { MessageText } from '../MessageText';
import { RunbookLink } from '../RunbookLink';
import { SourceLink } from '../SourceLink';

const MAX_FINDINGS_COUNT = 3;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const small = { fontSize: 12, lineHeight: '16px', color: tokens.secondary };
  return {
    root: { margin: 0, padding: 0, listStyle: 'none' },
    finding: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      gap: '0 8px',
      padding: '10px 16px',
      borderTop: `1px solid ${tokens.border}`,
      overflowWrap: 'anywhere',
    },
    where: small,
    hint: { ...small, marginTop: 3 },
    more: {
      display: 'block',
      padding: '8px 16px',
      borderTop: `1px solid ${tokens.border}`,
      color: tokens.link,
    },
  };
});

/** The worst findings; the rest is a link away. */
export function CardFindings(props: { readonly service: ServiceDetail }) {
  const { service } = props;
  const classes = useStyles();
  const t = useTexts();
  const servicePath = useServicePath();
  const { problems } = useMemo(() => listFindings(service), [service]);
  const runbookOf = useRunbooks(service.entityRef, problems);
  const hidden = problems.length - MAX_FINDINGS_COUNT;
  return (
    <>
      <ul className={classes.root} aria-label={t('service.findings')}>
        {problems.slice(0, MAX_FINDINGS_COUNT).map(listed => {
          const { finding, source } = listed;
          const place = findingPlace(listed);
          return (
            <li key={finding.fingerprint} className={classes.finding}>
              {finding.status !== 'note' && (
                <StatusIcon status={finding.status} size={18} />
              )}
              <div>
                <b>
                  <MessageText text={finding.message} />
                </b>
                <div className={classes.where}>
                  <Since at={finding.since} atLeast={finding.atLeast} />
                  {place && `, ${place}`}
                </div>
                {finding.hint && (
                  <div className={classes.hint}>
                    <MessageText text={finding.hint} />
                  </div>
                )}
                <RunbookLink
                  runbook={runbookOf(listed)}
                  status={finding.status}
                />
                {finding.status === 'unknown' && source && (
                  <SourceLink source={source} />
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <Link className={classes.more} to={servicePath(service.entityRef)}>
          {t('service.moreFindings', { count: hidden })}
        </Link>
      )}
    </>
  );
}
