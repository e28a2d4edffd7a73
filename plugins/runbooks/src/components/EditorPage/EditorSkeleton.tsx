import Paper from '@material-ui/core/Paper';
import { SkeletonBox, Skeletons } from '@callboard/plugin-callboard-react';

/** Lengths of lines that will stand there; fixed, or the boxes would flicker. */
const LINES = [180, 320, 260, 340, 220, 300, 280] as const;

/** Boxes where the fields and the text will be. */
export function EditorSkeleton() {
  return (
    <Skeletons>
      <div style={{ display: 'grid', gap: 12 }}>
        <SkeletonBox width={280} height={24} />
        <SkeletonBox width="100%" height={48} />
        <Paper style={{ display: 'grid', gap: 14, padding: 20 }}>
          {LINES.map(width => (
            <SkeletonBox key={width} width={width} />
          ))}
        </Paper>
      </div>
    </Skeletons>
  );
}
