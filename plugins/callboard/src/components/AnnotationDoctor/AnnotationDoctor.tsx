import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import {
  failureOf,
  Panel,
  SkeletonBox,
  Skeletons,
  StatePanel,
  useControlStyles,
  MineChoice,
} from '@callboard/plugin-callboard-react';
import { useDoctor } from '../../hooks/useDoctor';
import { useTexts } from '../../hooks/useTexts';
import { DataTable } from '../DataTable';
import { DoctorRow } from './DoctorRow';

const MIN_WIDTH_PX = 860;

const useStyles = makeStyles({
  loading: { display: 'grid', gap: 18, padding: 16 },
  more: { padding: '8px 16px 12px' },
});

/** Which entity names something that its source does not have, and what to do about it. */
export function AnnotationDoctor(props: {
  /** Only the services that the viewer owns. */
  readonly mine: boolean;
  readonly onMine: (mine: boolean) => void;
  /** Sources that the page shows, to be linked to. */
  readonly sources: readonly string[];
  /** Says nothing where nothing is wrong: without a source nothing can be called healthy. */
  readonly quiet?: boolean;
}) {
  const { mine, onMine, sources, quiet } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const [pages, setPages] = useState(1);
  const { data, error, refresh } = useDoctor({
    owner: mine ? '@me' : undefined,
    pages,
  });

  const content = () => {
    if (!data) {
      return error ? (
        <StatePanel
          flat
          icon={{ status: 'unknown' }}
          title={t('doctor.errorTitle')}
          actions={
            <Button className={controls.button} onClick={refresh}>
              {t('status.tryNow')}
            </Button>
          }
        >
          {failureOf(error).message}
        </StatePanel>
      ) : (
        <Skeletons>
          <div className={classes.loading}>
            <SkeletonBox width="80%" />
            <SkeletonBox width="65%" />
          </div>
        </Skeletons>
      );
    }
    if (data.items.length === 0) {
      return (
        <StatePanel
          flat
          icon={{ status: 'ok' }}
          title={mine ? t('doctor.healthyMine') : t('doctor.healthy')}
        />
      );
    }
    return (
      <>
        <DataTable
          label={t('doctor.title')}
          minWidthPx={MIN_WIDTH_PX}
          columns={[
            { key: 'service', label: t('doctor.columnService'), widthPx: 160 },
            { key: 'wrong', label: t('doctor.columnWrong'), widthPx: 300 },
            { key: 'fix', label: t('doctor.columnFix') },
            { key: 'where', label: t('doctor.columnWhere'), widthPx: 166 },
          ]}
        >
          {data.items.map(entry => (
            <DoctorRow
              key={`${entry.entityRef} ${entry.finding.fingerprint}`}
              entry={entry}
              sources={sources}
            />
          ))}
        </DataTable>
        {data.hasMore && (
          <div className={classes.more}>
            <Button
              className={controls.button}
              onClick={() => setPages(pages + 1)}
            >
              {t('doctor.more')}
            </Button>
          </div>
        )}
      </>
    );
  };

  if (quiet && data?.total === 0) {
    return null;
  }
  return (
    <Panel
      title={t('doctor.title')}
      subtitle={
        data &&
        data.items.length > 0 &&
        t('doctor.summary', {
          count: data.total,
          checked: String(data.checked),
        })
      }
      actions={
        <MineChoice
          label={t('doctor.whose')}
          mine={mine}
          onMine={value => {
            setPages(1);
            onMine(value);
          }}
        />
      }
    >
      {content()}
    </Panel>
  );
}
