import Button from '@material-ui/core/Button';
import type { LiveSnapshot } from '../../live/LiveLoop';
import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';
import { useTimeWords } from '../../hooks/useTimeWords';
import { Strip } from '../Strip';

const SECOND_MS = 1_000;
/** One missed answer is no news. */
const QUIET_MS = 10_000;

/** "Not live for 47 s": what stands below is what was last known. */
export function NotLive(props: {
  readonly live: LiveSnapshot<unknown>;
  readonly onRetry: () => void;
}) {
  const { live, onRetry } = props;
  const { notLiveSinceMs, heardAtMs, nextTryAtMs, data } = live;
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow(SECOND_MS);
  if (
    data === undefined ||
    notLiveSinceMs === undefined ||
    now - notLiveSinceMs < QUIET_MS
  ) {
    return null;
  }
  return (
    <Strip
      tone="failing"
      clock
      action={
        <Button size="small" onClick={onRetry}>
          {t('status.tryNow')}
        </Button>
      }
    >
      <b>
        {t('status.notLiveFor', {
          duration: words.duration(now - notLiveSinceMs, true),
        })}
      </b>{' '}
      {heardAtMs !== undefined &&
        t('status.notLiveKnown', { time: words.seconds(heardAtMs) })}{' '}
      {nextTryAtMs !== undefined &&
        t('status.nextTryIn', {
          duration: words.duration(Math.max(0, nextTryAtMs - now), true),
        })}
    </Strip>
  );
}
