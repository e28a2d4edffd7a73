import Button from '@material-ui/core/Button';
import {
  Strip,
  useControlStyles,
  useNow,
  useTimeWords,
  type LiveSnapshot,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const SECOND_MS = 1_000;

/** "Not live for 47 s": what stands below is what was last known. Stands among strips. */
export function NotLive(props: {
  readonly live: LiveSnapshot<unknown>;
  readonly onRetry: () => void;
}) {
  const { live, onRetry } = props;
  const { notLiveSinceMs, heardAtMs, nextTryAtMs, data } = live;
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow(SECOND_MS);
  if (data === undefined || notLiveSinceMs === undefined) {
    return null;
  }
  return (
    <Strip
      tone="failing"
      clock
      action={
        <Button className={controls.text} onClick={onRetry}>
          {t('status.tryNow')}
        </Button>
      }
    >
      {/* The seconds tick; announcing each of them would be noise. */}
      <b aria-live="off">
        {t('status.notLiveFor', {
          duration: words.duration(now - notLiveSinceMs, true),
        })}
      </b>{' '}
      {heardAtMs !== undefined &&
        t('status.notLiveKnown', { time: words.seconds(heardAtMs) })}{' '}
      {nextTryAtMs !== undefined && nextTryAtMs > now && (
        <span aria-live="off">
          {t('status.nextTryIn', {
            duration: words.duration(nextTryAtMs - now, true),
          })}
        </span>
      )}
    </Strip>
  );
}
