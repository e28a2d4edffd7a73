import type { Change } from '@callboard/plugin-callboard-common';
import { Instant } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

/** A change in one line: what, when, by whom. */
export function ChangeWords(props: { readonly change: Change }) {
  const { title, at, actor } = props.change;
  const t = useTexts();
  return (
    <span>
      {title}, <Instant at={at} />
      {actor && ` ${t('service.changeBy', { actor })}`}
    </span>
  );
}
