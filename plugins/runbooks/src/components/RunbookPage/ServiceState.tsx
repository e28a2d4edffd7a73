import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { entityName, Panel } from '@callboard/plugin-callboard-react';
import { useFindingsNow } from '../../hooks/useFindingsNow';
import { useTexts } from '../../hooks/useTexts';
import { FindingLine } from '../FindingLine';

/** The rest is on the page of the service. */
const FINDINGS_MAX_COUNT = 3;

const NOTHING = { status: 'ok' };

const useStyles = makeStyles({
  body: { display: 'grid', gap: 6, padding: '8px 16px 12px' },
});

/** What is wrong with the service now, where the portal watches it. */
export function ServiceState(props: {
  readonly entityRef: string;
  readonly className?: string;
}) {
  const { entityRef, className } = props;
  const classes = useStyles();
  const t = useTexts();
  const findings = useFindingsNow(entityRef, { isFollowed: true });
  if (!findings) {
    return null;
  }
  const shown = findings.slice(0, FINDINGS_MAX_COUNT);
  const more = findings.length - shown.length;
  return (
    <Panel title={t('reader.service')} className={className}>
      <div className={classes.body}>
        {shown.map(finding => (
          <FindingLine
            key={finding.fingerprint ?? `${finding.aspect} ${finding.code}`}
            finding={finding}
          />
        ))}
        {findings.length === 0 && (
          <FindingLine finding={NOTHING}>
            {t('reader.serviceNothing')}
          </FindingLine>
        )}
        {more > 0 && <span>{t('reader.serviceMore', { count: more })}</span>}
        <span>
          <EntityRefLink
            entityRef={entityRef}
            title={t('reader.openService', { service: entityName(entityRef) })}
            hideIcon
          />
        </span>
      </div>
    </Panel>
  );
}
