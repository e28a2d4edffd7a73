import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { Glyph, statusTokens } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => ({
  root: {
    '& > svg': { marginLeft: 4 },
    overflowWrap: 'anywhere',
    color: statusTokens(theme).link,
  },
}));

/**
 * Only http(s) may be linked: the portal's link component throws on `javascript:` and a throw
 * would take the page away.
 */
function isWebUrl(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** A link to another system. What is no web address shows as plain words. */
export function OutLink(props: {
  readonly title: string;
  readonly url: string;
}) {
  const { title, url } = props;
  const classes = useStyles();
  const t = useTexts();
  if (!isWebUrl(url)) {
    return <span>{title}</span>;
  }
  return (
    <Link
      to={url}
      className={classes.root}
      aria-label={t('service.opensOutside', { title })}
    >
      {title}
      <Glyph name="external" size={16} />
    </Link>
  );
}
