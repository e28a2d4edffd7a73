import { useEffect, useRef, useState } from 'react';
import { useControlStyles } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

/** Oftener than this, the voice would never stop. */
const GAP_MS = 10_000;

/** Says how many services changed, now and then, to those who do not see the yellow rows. */
export function ChangeAnnouncer(props: {
  readonly changed: ReadonlySet<string>;
}) {
  const { changed } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const pending = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [count, setCount] = useState(0);

  useEffect(() => {
    changed.forEach(entityRef => pending.current.add(entityRef));
    if (pending.current.size > 0 && timer.current === undefined) {
      timer.current = setTimeout(() => {
        timer.current = undefined;
        setCount(pending.current.size);
        pending.current.clear();
      }, GAP_MS);
    }
  }, [changed]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <div role="status" className={controls.silent}>
      {count > 0 && t('board.announceChanged', { count })}
    </div>
  );
}
