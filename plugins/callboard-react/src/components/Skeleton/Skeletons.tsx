import { ReactNode } from 'react';
import { useAfter } from '../../hooks/useAfter';
import { useTexts } from '../../hooks/useTexts';

/** Sooner than this, boxes would only flicker. */
const DELAY_MS = 250;

/**
 * Shows boxes in the final places, after a moment in which most answers arrive.
 * @public
 */
export function Skeletons(props: { readonly children: ReactNode }) {
  const t = useTexts();
  const shown = useAfter(DELAY_MS);
  return (
    <div aria-busy role="status" aria-label={t('loading')}>
      <div style={shown ? undefined : { visibility: 'hidden' }}>
        {props.children}
      </div>
    </div>
  );
}
