import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Panel, useControlStyles } from '@callboard/plugin-callboard-react';
import { useEntityRunbooks } from '../../hooks/useEntityRunbooks';
import { useMayCreate } from '../../hooks/useMayCreate';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import {
  ActiveRuns,
  NoneFits,
  NoRunbooks,
  RunbookRows,
  RunbooksFailure,
  RunbooksSkeleton,
  useStyles,
  WriteButton,
} from '../EntityRunbooks';

/**
 * The tab of an entity: its own and inherited runbooks, those first that fit what is wrong now,
 * and who is going through one.
 * @public
 */
export function EntityRunbooksContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  const { data, error, retry } = useEntityRunbooks(entityRef);
  const mayCreate = useMayCreate(entityRef);

  const content = () => {
    if (error) {
      return <RunbooksFailure error={error} onRetry={retry} />;
    }
    if (!data) {
      return <RunbooksSkeleton />;
    }
    const { items, findings, more } = data;
    if (items.length === 0) {
      return (
        <NoRunbooks
          entityRef={entityRef}
          mayCreate={mayCreate}
          onImported={retry}
        />
      );
    }
    const fitting = items.filter(({ fits }) => fits.length > 0);
    const others = items.filter(({ fits }) => fits.length === 0);
    return (
      <>
        {fitting.length > 0 && (
          <>
            <h3 className={classes.heading}>{t('entity.fitting')}</h3>
            <RunbookRows
              entityRef={entityRef}
              label={t('entity.fitting')}
              items={fitting}
            />
          </>
        )}
        {fitting.length === 0 && findings.length > 0 && (
          <NoneFits
            entityRef={entityRef}
            finding={findings[0]}
            mayCreate={mayCreate}
          />
        )}
        {others.length > 0 && (
          <>
            {findings.length > 0 && (
              <h3 className={classes.heading}>{t('entity.others')}</h3>
            )}
            <RunbookRows
              entityRef={entityRef}
              label={
                findings.length > 0 ? t('entity.others') : t('entity.title')
              }
              items={others}
            />
          </>
        )}
        {more && (
          <p className={classes.note}>
            <Link className={controls.link} to={paths.list()}>
              {t('entity.list')}
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
        mayCreate &&
        data &&
        data.items.length > 0 && <WriteButton entityRef={entityRef} />
      }
    >
      {data && <ActiveRuns runs={data.runs} />}
      {content()}
    </Panel>
  );
}
