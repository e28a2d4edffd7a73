import { makeStyles } from '@material-ui/core/styles';
import { Counts, SourceHealth } from '@callboard/plugin-callboard-common';
import {
  Glyph,
  StatusIcon,
  statusTokens,
} from '@callboard/plugin-callboard-react';
import { troubledSources } from '../../board/sourceStrips';
import { useTexts } from '../../hooks/useTexts';

const SOURCES_MAX_COUNT = 4;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 24px',
    marginTop: 'auto',
    fontSize: 16,
    lineHeight: '22px',
    color: statusTokens(theme).secondary,
  },
  part: { display: 'inline-flex', alignItems: 'center', gap: 8 },
}));

/** What the wall cannot know: sources in trouble, and services that nothing observes. */
export function WallFooter(props: {
  readonly counts: Counts;
  readonly sources: readonly SourceHealth[];
}) {
  const { counts, sources } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <footer className={classes.root}>
      {troubledSources(sources)
        .slice(0, SOURCES_MAX_COUNT)
        .map(source => (
          <span key={source.source} className={classes.part}>
            <Glyph name="clock" size={24} />
            {t('wallboard.sourceStale', {
              what: t(`board.strip.${source.state}`, { source: source.source }),
              effect: t('board.stripStale', { count: source.staleServices }),
            })}
          </span>
        ))}
      {counts.none > 0 && (
        <span className={classes.part}>
          <StatusIcon status="none" size={24} />
          {t('wallboard.nothingConnected', { count: counts.none })}
        </span>
      )}
    </footer>
  );
}
