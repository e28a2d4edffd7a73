import {
  Glyph,
  GlyphName,
  StatusIcon,
} from '@callboard/plugin-callboard-react';
import { RUN_TONES, runKind } from '../PipelineRuns';
import type { TimelineRow } from './timelineRows';

const CHANGE_GLYPHS: Record<string, GlyphName> = {
  build: 'commit',
  deploy: 'deploy',
  config: 'gear',
};

/** The icon of a row: the status it led to, the result of a run, or the kind of a change. */
export function RowIcon(props: {
  readonly row: TimelineRow;
  readonly size: number;
}) {
  const { row, size } = props;
  switch (row.type) {
    case 'run':
      return <StatusIcon status={RUN_TONES[runKind(row.run)]} size={size} />;
    case 'change':
      return (
        <Glyph name={CHANGE_GLYPHS[row.change.kind] ?? 'commit'} size={size} />
      );
    default:
      return <StatusIcon status={row.transition.to} size={size} />;
  }
}
