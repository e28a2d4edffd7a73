import { useEffect, useRef, useState } from 'react';
import type { Run } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { changesOfOthers } from '../../run/changesOfOthers';
import { personName } from '../../text/personName';

/** What others have just done, for people who do not see it. */
export function useSaidOfSteps(options: {
  readonly shown: Run;
  readonly me: string;
}): string {
  const { shown, me } = options;
  const t = useTexts();
  const [said, setSaid] = useState('');
  const before = useRef(shown);
  useEffect(() => {
    const changes = changesOfOthers(before.current, { after: shown, me });
    before.current = shown;
    if (changes.length > 0) {
      setSaid(
        changes
          .map(({ n, state, by }) =>
            t(state === 'open' ? 'run.saidOnIt' : 'run.said', {
              person: personName(by),
              n: String(n),
              state: t(`run.stepState.${state}`),
            }),
          )
          .join('. '),
      );
    }
  }, [shown, me, t]);
  return said;
}
