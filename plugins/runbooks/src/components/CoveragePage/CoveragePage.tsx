import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  failureOf,
  SkeletonBox,
  Skeletons,
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { uncovered } from '../../uncovered/uncovered';
import { useCoverage } from '../../hooks/useCoverage';
import { useTexts } from '../../hooks/useTexts';
import { CoverageFilters } from './CoverageFilters';
import { OwnerPanel } from './OwnerPanel';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 16 },
  lead: { margin: 0, fontSize: 14, lineHeight: '20px' },
  count: { fontWeight: 700 },
});

/** For each owner, the services with findings in the last 30 days and no runbook for them. */
export function CoveragePage() {
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const mine = params.get('owner') === '@me';
  const { coverage, loading, error, retry } = useCoverage(mine);
  const wanted = useDeferredValue(search);
  const items = useMemo(
    () => (coverage ? uncovered(coverage, wanted) : []),
    [coverage, wanted],
  );
  const write = (name: string, value: string) =>
    setParams(
      before => {
        const after = new URLSearchParams(before);
        if (value) {
          after.set(name, value);
        } else {
          after.delete(name);
        }
        return after;
      },
      { replace: true },
    );
  const filters = (
    <CoverageFilters
      mine={mine}
      search={search}
      onMine={value => write('owner', value ? '@me' : '')}
      onSearch={value => write('q', value)}
    />
  );

  const body = () => {
    if (error) {
      return (
        <StatePanel
          icon={{ status: 'unknown' }}
          title={t('coverage.errorTitle')}
          actions={
            <Button className={controls.button} onClick={retry}>
              {t('coverage.tryNow')}
            </Button>
          }
        >
          {failureOf(error).message}
        </StatePanel>
      );
    }
    if (loading || !coverage) {
      return (
        <Skeletons>
          <div style={{ display: 'grid', gap: 16 }}>
            <SkeletonBox width="100%" height={120} />
            <SkeletonBox width="100%" height={90} />
          </div>
        </Skeletons>
      );
    }
    if (coverage.findingsFrom === 'none') {
      return (
        <StatePanel icon={{ status: 'off' }} title={t('coverage.noBoardTitle')}>
          {t('coverage.noBoardText')}
        </StatePanel>
      );
    }
    const services = coverage.items.flatMap(item => item.services);
    const total = services.filter(({ findings }) => findings.length > 0).length;
    const gaps = services.filter(({ findings }) =>
      findings.some(({ covered }) => !covered),
    ).length;
    if (gaps === 0) {
      return (
        <>
          {mine && filters}
          <StatePanel
            icon={{ status: 'ok' }}
            title={t(mine ? 'coverage.noneOfMine' : 'coverage.emptyTitle')}
            actions={
              mine && (
                <Button
                  className={controls.button}
                  onClick={() => write('owner', '')}
                >
                  {t('coverage.showAll')}
                </Button>
              )
            }
          >
            {total > 0
              ? t('coverage.emptyText', { count: total })
              : t('coverage.noFindingsText')}
          </StatePanel>
        </>
      );
    }
    return (
      <>
        {filters}
        <p className={`${classes.lead} ${classes.count}`}>
          {t('coverage.summary', {
            uncovered: String(gaps),
            total: String(total),
          })}
        </p>
        {items.length === 0 && (
          <StatePanel
            icon={{ glyph: 'search' }}
            title={t('coverage.noMatchTitle')}
            actions={
              <Button
                className={controls.button}
                onClick={() => write('q', '')}
              >
                {t('coverage.clear')}
              </Button>
            }
          />
        )}
        {items.map(item => (
          <OwnerPanel key={item.owner ?? ''} item={item} />
        ))}
      </>
    );
  };

  return (
    <div className={classes.root}>
      <p className={classes.lead}>{t('coverage.text')}</p>
      {body()}
    </div>
  );
}
