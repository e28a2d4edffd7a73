import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Panel, useControlStyles } from '@callboard/plugin-callboard-react';
import { useEntityRunbooks } from '../../hooks/useEntityRunbooks';
import { useEntityRunbooksPath } from '../../hooks/useEntityRunbooksPath';
import { useMayCreate } from '../../hooks/useMayCreate';
import { useTexts } from '../../hooks/useTexts';
import {
  ActiveRuns,
  NoneFits,
  NoRunbooks,
  RunbookRows,
  RunbooksFailure,
  RunbooksSkeleton,
  useStyles,
} from '../EntityRunbooks';

/** The rest is on the tab. */
const SHOWN_COUNT = 3;

/**
 * The overview card of an entity: the runbooks that fit what is wrong now, else the ones that
 * matter most. Fits 400 px.
 * @public
 */
export function EntityRunbooksCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const tab = useEntityRunbooksPath(entityRef);
  const { data, error, retry } = useEntityRunbooks(entityRef);
  const mayCreate = useMayCreate(entityRef);

  const content = () => {
    if (error) {
      return <RunbooksFailure error={error} onRetry={retry} />;
    }
    if (!data) {
      return <RunbooksSkeleton />;
    }
    const { items, findings } = data;
    if (items.length === 0) {
      return (
        <NoRunbooks
          entityRef={entityRef}
          mayCreate={mayCreate}
          onImported={retry}
        />
      );
    }
    const rest = items.length - SHOWN_COUNT;
    return (
      <>
        {findings.length > 0 && items[0].fits.length === 0 && (
          <NoneFits
            entityRef={entityRef}
            finding={findings[0]}
            mayCreate={mayCreate}
          />
        )}
        <RunbookRows
          entityRef={entityRef}
          label={t('entity.title')}
          items={items.slice(0, SHOWN_COUNT)}
        />
        {rest > 0 && (
          <p className={classes.note}>
            <Link className={controls.link} to={tab}>
              {t('entity.more', { count: rest })}
            </Link>
          </p>
        )}
      </>
    );
  };

  return (
    <Panel
      title={t('entity.title')}
      busy={!data && !error}
      actions={
        data &&
        data.items.length > 0 && (
          <Link className={`${controls.link} ${classes.details}`} to={tab}>
            {t('entity.all')}
          </Link>
        )
      }
    >
      {data && <ActiveRuns runs={data.runs} />}
      {content()}
    </Panel>
  );
}
