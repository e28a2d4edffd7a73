import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import { callboardSourceReadPermission } from '@callboard/plugin-callboard-common';
import { statusTokens } from '@callboard/plugin-callboard-react';
import { useSourcePath } from '../../hooks/useSourcePath';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => ({
  root: { color: statusTokens(theme).link },
}));

/** The way to the source that a finding comes from, for those who may see it. */
export function SourceLink(props: { readonly source: string }) {
  const { source } = props;
  const classes = useStyles();
  const t = useTexts();
  const sourcePath = useSourcePath();
  const { allowed } = usePermission({
    permission: callboardSourceReadPermission,
  });
  if (!allowed) {
    return null;
  }
  return (
    <Link className={classes.root} to={sourcePath(source)}>
      {t('service.seeSource', { source })}
    </Link>
  );
}
