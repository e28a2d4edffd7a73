import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  entityName,
  Instant,
  MONO_FONT,
  PHONE,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import type { UncoveredService } from '../../uncovered/uncovered';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';

/** More of one service than anybody writes runbooks for in a sitting. */
const SHOWN_FINDINGS_COUNT = 5;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'grid',
      gridTemplateColumns: '240px minmax(0, 1fr)',
      gap: '4px 16px',
      padding: '10px 16px',
      fontSize: 14,
      lineHeight: '20px',
      '& + &': { borderTop: `1px solid ${tokens.border}` },
      [PHONE]: { gridTemplateColumns: 'minmax(0, 1fr)', padding: '10px 12px' },
    },
    service: { minWidth: 0, overflowWrap: 'anywhere', fontWeight: 700 },
    small: {
      fontSize: 12,
      lineHeight: '16px',
      fontWeight: 400,
      color: tokens.secondary,
    },
    findings: { display: 'grid', gap: 6, margin: 0, padding: 0 },
    finding: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '2px 8px',
      listStyle: 'none',
    },
    code: {
      padding: '1px 6px',
      borderRadius: 3,
      border: `1px solid ${tokens.border}`,
      background: tokens.codeBg,
      fontFamily: MONO_FONT,
      fontSize: 12,
      overflowWrap: 'anywhere',
    },
    write: { marginLeft: 'auto' },
  };
});

/** A service with findings that no runbook fits, and a way to write each. */
export function UncoveredRow(props: { readonly item: UncoveredService }) {
  const { service, findings } = props.item;
  const { entityRef, title, runbooksCount } = service;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  const name = title ?? entityName(entityRef);
  const rest = findings.length - SHOWN_FINDINGS_COUNT;
  return (
    <li className={classes.root}>
      <div className={classes.service}>
        <EntityRefLink entityRef={entityRef} title={name} />
        {runbooksCount > 0 && (
          <div className={classes.small}>
            {t('coverage.runbooks', { count: runbooksCount })}
          </div>
        )}
      </div>
      <ul className={classes.findings}>
        {findings.slice(0, SHOWN_FINDINGS_COUNT).map(finding => (
          <li
            key={`${finding.aspect} ${finding.code}`}
            className={classes.finding}
          >
            <span className={classes.code}>{finding.code}</span>
            <span className={classes.small}>
              {finding.aspect}, <Instant at={finding.lastAt} />
            </span>
            <LinkButton
              to={paths.create({
                entityRef,
                matcher: { aspect: finding.aspect, code: finding.code },
              })}
              className={`${controls.button} ${classes.write}`}
              aria-label={t('coverage.writeFor', {
                code: finding.code,
                service: name,
              })}
            >
              {t('coverage.write')}
            </LinkButton>
          </li>
        ))}
        {rest > 0 && (
          <li className={`${classes.finding} ${classes.small}`}>
            {t('coverage.moreFindings', { count: rest })}
          </li>
        )}
      </ul>
    </li>
  );
}
