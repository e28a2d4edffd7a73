import { makeStyles } from '@material-ui/core/styles';
import Chip from '@material-ui/core/Chip';
import ListItemText from '@material-ui/core/ListItemText';
import { Link } from '@backstage/core-components';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { z } from 'zod';
import { entityName, Glyph } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'flex-start', gap: 12, minWidth: 0 },
  text: {
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 4,
    overflow: 'hidden',
  },
  // In line with the title.
  icon: { marginTop: 8 },
  chips: { marginTop: 4 },
});

/** What the index keeps of a runbook beside title and text; another version may keep less. */
const factsSchema = z.object({
  entityRef: z.string().optional().catch(undefined),
  state: z.string().optional().catch(undefined),
  tags: z.array(z.string()).catch([]),
});

/**
 * What search hands to the item of a result.
 * @public
 */
export interface RunbookSearchResultListItemProps {
  readonly result?: SearchDocument;
  readonly rank?: number;
  readonly highlight?: ResultHighlight;
}

/** A runbook among the results of the portal's search, which makes the list item around it. */
export function RunbookSearchResultListItem(
  props: RunbookSearchResultListItemProps,
) {
  const { result, highlight } = props;
  const classes = useStyles();
  const t = useTexts();
  if (!result) {
    return null;
  }
  const { entityRef, state, tags } = factsSchema.parse(result);
  const marked = (field: 'title' | 'text') =>
    highlight?.fields[field] ? (
      <HighlightedSearchResultText
        text={highlight.fields[field]}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      result[field]
    );
  return (
    <div className={classes.root}>
      <Glyph name="runbooks" size={24} className={classes.icon} />
      <div>
        <ListItemText
          primaryTypographyProps={{ variant: 'h6' }}
          primary={
            <Link noTrack to={result.location}>
              {marked('title')}
            </Link>
          }
          secondary={<span className={classes.text}>{marked('text')}</span>}
        />
        <div className={classes.chips}>
          {entityRef && (
            <Chip
              size="small"
              label={t('search.of', { name: entityName(entityRef) })}
            />
          )}
          {state === 'draft' && (
            <Chip size="small" variant="outlined" label={t('search.draft')} />
          )}
          {tags.map(tag => (
            <Chip key={tag} size="small" variant="outlined" label={tag} />
          ))}
        </div>
      </div>
    </div>
  );
}
