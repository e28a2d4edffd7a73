import { useMemo, useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { keptChanges, keptPrefix } from '../../run/unsentChanges';
import { WrittenText } from './WrittenText';

/** Shows changes on this device of a run that cannot be shown. */
export function UnsentOfRun(props: {
  readonly runId: string;
  readonly me: string;
}) {
  const { runId, me } = props;
  const t = useTexts();
  const [isDropped, setDropped] = useState(false);
  const kept = useMemo(
    () => keptChanges({ storage: localStorage, prefix: keptPrefix(me, runId) }),
    [me, runId],
  );
  const changes = useMemo(() => [...kept.readAll().values()], [kept]);
  if (changes.length === 0 || isDropped) {
    return null;
  }
  return (
    <WrittenText
      texts={changes.flatMap(({ change }) => [change.note, change.evidence])}
      onDrop={() => {
        changes.forEach(({ id }) => kept.drop(id));
        setDropped(true);
      }}
    >
      {t('run.unsentOfRun', { count: changes.length })}
    </WrittenText>
  );
}
