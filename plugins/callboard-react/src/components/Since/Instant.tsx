import { useNow } from '../../hooks/useNow';
import { useTimeWords } from '../../hooks/useTimeWords';

/**
 * An instant alone: "14:02", "Mon 16:30", "19 Nov".
 * @public
 */
export function Instant(props: {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly className?: string;
}) {
  const { at, className } = props;
  const words = useTimeWords();
  const now = useNow();
  const atMs = Date.parse(at);
  return (
    <time
      dateTime={at}
      className={className}
      title={words.full(atMs)}
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      {words.short(atMs, now)}
    </time>
  );
}
