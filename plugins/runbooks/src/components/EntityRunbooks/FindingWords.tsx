import { Fragment } from 'react';
import { Instant } from '@callboard/plugin-callboard-react';
import type { FindingSnapshot } from '@callboard/plugin-runbooks-common';

const INSTANT = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)/;

/** What a finding says, its instants in the viewer's time zone. */
export function FindingWords(props: { readonly finding: FindingSnapshot }) {
  const { message, code, alertname } = props.finding;
  return (
    <>
      {(message ?? code ?? alertname ?? '').split(INSTANT).map((part, at) => (
        // What a finding says stands still: a part is its place.
        // eslint-disable-next-line react/no-array-index-key
        <Fragment key={at}>
          {at % 2 === 1 ? <Instant at={part} /> : part}
        </Fragment>
      ))}
    </>
  );
}
