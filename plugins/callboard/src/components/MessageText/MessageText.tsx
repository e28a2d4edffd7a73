import { useMemo } from 'react';
import { Instant } from '@callboard/plugin-callboard-react';
import { splitInstants } from '../../time/splitInstants';

/** A finding's sentence, with its instants in the viewer's time zone. */
export function MessageText(props: { readonly text: string }) {
  const { text } = props;
  const parts = useMemo(() => splitInstants(text), [text]);
  return (
    <>
      {parts.map((part, index) =>
        part.type === 'text' ? (
          part.text
        ) : (
          <Instant key={index} at={new Date(part.atMs).toISOString()} />
        ),
      )}
    </>
  );
}
