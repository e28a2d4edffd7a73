import { ReactNode } from 'react';

/** Holds strips, one under the other, and announces them politely. */
export function Strips(props: { readonly children: ReactNode }) {
  return <div role="status">{props.children}</div>;
}
