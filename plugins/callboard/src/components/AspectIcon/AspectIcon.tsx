import { Aspect } from '@callboard/plugin-callboard-common';
import { Glyph } from '@callboard/plugin-callboard-react';

/** The drawing of an aspect, beside its name. */
export function AspectIcon(props: {
  readonly aspect: Aspect;
  readonly size?: number;
  readonly className?: string;
}) {
  const { aspect, size, className } = props;
  return <Glyph name={aspect} size={size} className={className} />;
}
