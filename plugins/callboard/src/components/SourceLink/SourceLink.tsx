import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { callboardSourceReadPermission } from '@callboard/plugin-callboard-common';
import { useTexts } from '../../hooks/useTexts';
import { sourcesRouteRef } from '../../routes';
import { statusTokens } from '../../theme/statusTokens';

const useStyles = makeStyles(theme => ({
  root: { color: statusTokens(theme).link },
}));

/** The way to the source that a finding comes from, for those who may see it. */
export function SourceLink(props: { readonly source: string }) {
  const { source } = props;
  const classes = useStyles();
  const t = useTexts();
  const sources = useRouteRef(sourcesRouteRef);
  const { allowed } = usePermission({
    permission: callboardSourceReadPermission,
  });
  if (!allowed) {
    return null;
  }
  return (
    <Link
      className={classes.root}
      to={`${sources()}?source=${encodeURIComponent(source)}`}
    >
      {t('service.seeSource', { source })}
    </Link>
  );
}
