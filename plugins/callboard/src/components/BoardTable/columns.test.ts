import { Aspect } from '@callboard/plugin-callboard-common';
import { columnWidths, tableLayout } from './columns';

const ONE: Aspect[] = ['pipelines'];
const FIVE: Aspect[] = [
  'pipelines',
  'kubernetes',
  'alerts',
  'ownership',
  'runbooks',
];

describe('columns', () => {
  it.each([
    [ONE, 0, 'wide'],
    [ONE, 1168, 'wide'],
    [FIVE, 1168, 'wide'],
    [FIVE, 1000, 'narrow'],
    [ONE, 652, 'narrow'],
    [FIVE, 652, 'card'],
    [ONE, 376, 'card'],
  ])('%j in %d px are %s', (aspects, width, layout) => {
    expect(tableLayout(aspects, width)).toBe(layout);
  });

  it('leave the last change out where there is no room', () => {
    expect(columnWidths(ONE, 'narrow')).toBe(
      '180px 128px minmax(0, 1fr) 72px 8px',
    );
  });
});
