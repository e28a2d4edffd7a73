import { makeStyles } from '@material-ui/core/styles';
import { PageLayout } from '@backstage/frontend-plugin-api';
import { Glyph } from '@callboard/plugin-callboard-react';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { RunbooksRoutes } from './RunbooksRoutes';
import { RunbooksTabs } from './RunbooksTabs';

const ICON = <Glyph name="runbooks" />;
const ACTIONS = [<RunbooksTabs key="runbooks-tabs" />];

// The portal's header leaves room below itself, and the pages have their own.
const HEADER_GAP_PX = 24;

const useStyles = makeStyles({ root: { marginTop: -HEADER_GAP_PX } });

/** The pages of runbooks in a portal of the new frontend system, under the portal's header. */
export function RunbooksShell() {
  const classes = useStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  return (
    <PageLayout
      title={t('shell.title')}
      icon={ICON}
      titleLink={paths.list()}
      headerActions={ACTIONS}
    >
      <div className={classes.root}>
        <RunbooksRoutes />
      </div>
    </PageLayout>
  );
}
