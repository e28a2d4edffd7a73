import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';
import { useTimeWords } from '../../hooks/useTimeWords';

/**
 * "since 14:02 (38 min)", in the viewer's time zone; the full stamp on hover.
 * @public
 */
export function Since(props: {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** It may have begun earlier. */
  readonly atLeast?: boolean;
  readonly className?: string;
}) {
  const { at, atLeast, className } = props;
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const atMs = Date.parse(at);
  const full = words.full(atMs);
  return (
    <time
      dateTime={at}
      className={className}
      title={
        atLeast
          ? t('time.sinceAtLeastTitle', { instant: full })
          : t('time.sinceTitle', { instant: full })
      }
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      {words.since({ atMs, nowMs: now, atLeast })}
    </time>
  );
}
