import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Panel, statusTokens, Strips } from '@callboard/plugin-callboard-react';
import { useService } from '../../hooks/useService';
import { useServicePath } from '../../hooks/useServicePath';
import { useTexts } from '../../hooks/useTexts';
import { ChangeWords } from '../ChangeWords';
import { NothingConnected } from '../NothingConnected';
import { NotLive } from '../NotLive';
import { ServiceProblem } from '../ServiceProblem';
import { CardAspects } from './CardAspects';
import { CardFindings } from './CardFindings';
import { CardHeadline } from './CardHeadline';
import { CardSkeleton } from './CardSkeleton';

const useStyles = makeStyles(theme => ({
  root: {
    fontFamily: theme.typography.fontFamily,
    fontSize: 14,
    lineHeight: '20px',
  },
  details: { fontSize: 12, color: statusTokens(theme).link },
  foot: {
    padding: '10px 16px',
    borderTop: `1px solid ${statusTokens(theme).border}`,
    fontSize: 12,
    lineHeight: '16px',
    overflowWrap: 'anywhere',
  },
}));

/**
 * The overview card: how the service of this page is and why, its aspects at a glance, the worst
 * findings and the last change. Fits 400 px.
 * @public
 */
export function ServiceCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const classes = useStyles();
  const t = useTexts();
  const servicePath = useServicePath();
  const live = useService(entityRef);
  const { data: service, error, nextTryAtMs, refresh } = live;

  const content = () => {
    if (!service) {
      return error ? (
        <ServiceProblem
          flat
          error={error}
          nextTryAtMs={nextTryAtMs}
          onRetry={refresh}
        />
      ) : (
        <CardSkeleton />
      );
    }
    if (service.status === 'none') {
      return <NothingConnected entityName={service.name} />;
    }
    return (
      <>
        <CardHeadline service={service} />
        <CardAspects service={service} />
        <CardFindings service={service} />
        {service.lastChange && (
          <div className={classes.foot}>
            <b>
              {service.status === 'ok'
                ? t('service.lastChange')
                : t('service.lastChangeBefore')}
            </b>{' '}
            <ChangeWords change={service.lastChange} />
          </div>
        )}
      </>
    );
  };

  return (
    <Panel
      className={classes.root}
      title={t('service.title')}
      busy={live.loading}
      actions={
        service && (
          <Link className={classes.details} to={servicePath(entityRef)}>
            {t('service.details')}
          </Link>
        )
      }
    >
      <Strips>
        <NotLive live={live} onRetry={refresh} />
      </Strips>
      {content()}
    </Panel>
  );
}
