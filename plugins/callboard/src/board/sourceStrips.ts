import { SourceHealth } from '@callboard/plugin-callboard-common';

/** States of a source that the viewers of its services must know about. */
const TROUBLED = ['failing', 'unreachable', 'forbidden'] as const;

/** A source that is in trouble. */
export type TroubledSource = SourceHealth & {
  readonly state: (typeof TROUBLED)[number];
};

function isTroubled(source: SourceHealth): source is TroubledSource {
  return (TROUBLED as readonly string[]).includes(source.state);
}

/** Sources in trouble, those that touch most services first. */
export function troubledSources(
  sources: readonly SourceHealth[],
): readonly TroubledSource[] {
  return sources
    .filter(isTroubled)
    .sort(
      (a, b) => b.services - a.services || a.source.localeCompare(b.source),
    );
}

/** How far the first look is: some sources have not answered once. */
export function firstLook(sources: readonly SourceHealth[]):
  | {
      readonly answered: number;
      readonly total: number;
      /** Services that wait. */
      readonly waiting: number;
    }
  | undefined {
  const starting = sources.filter(source => source.state === 'starting');
  if (starting.length === 0) {
    return undefined;
  }
  return {
    answered: sources.length - starting.length,
    total: sources.length,
    waiting: starting.reduce((sum, source) => sum + source.services, 0),
  };
}
