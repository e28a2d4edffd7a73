import Button from '@material-ui/core/Button';
import {
  failureOf,
  Panel,
  SkeletonBox,
  Skeletons,
  StatePanel,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useVersion } from '../../hooks/useVersion';
import { useTexts } from '../../hooks/useTexts';
import { DiffView } from '../DiffView';
import { CopyLink } from './CopyLink';
import { FieldChanges } from './FieldChanges';

/** What changed from one version to another. */
export function ComparisonPanel(props: {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** The version that waits for a review. */
  readonly waiting?: number;
  /** Absent where none of the two can be brought back. */
  onRestore?(version: number): void;
}) {
  const { id, from, to, waiting, onRestore } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const before = useVersion(id, from);
  const after = useVersion(id, to);
  const error = before.error ?? after.error;
  const content = () => {
    if (error) {
      return (
        <StatePanel
          flat
          icon={{ status: 'unknown' }}
          title={t('history.diffErrorTitle')}
          actions={
            <Button
              className={controls.button}
              onClick={() => {
                before.retry();
                after.retry();
              }}
            >
              {t('history.tryNow')}
            </Button>
          }
        >
          {failureOf(error).message}
        </StatePanel>
      );
    }
    if (!before.version || !after.version) {
      return (
        <Skeletons>
          <div style={{ display: 'grid', gap: 10, padding: 16 }}>
            <SkeletonBox width="60%" />
            <SkeletonBox width="80%" />
            <SkeletonBox width="50%" />
          </div>
        </Skeletons>
      );
    }
    return (
      <>
        <FieldChanges
          before={before.version}
          after={after.version}
          waiting={waiting}
        />
        <DiffView
          before={before.version.content}
          after={after.version.content}
        />
      </>
    );
  };
  const older = Math.min(from, to);
  return (
    <Panel
      title={t('history.compareTitle', { from: String(from), to: String(to) })}
      actions={
        <>
          <CopyLink from={from} to={to} />
          {onRestore && (
            <Button
              className={controls.button}
              onClick={() => onRestore(older)}
            >
              {t('history.restore', { version: String(older) })}
            </Button>
          )}
        </>
      }
    >
      {content()}
    </Panel>
  );
}
