import { makeStyles } from '@material-ui/core/styles';
import { useRouteRef } from '@backstage/core-plugin-api';
import { PageLayout } from '@backstage/frontend-plugin-api';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';
import { Glyph } from '../Glyph';
import { AsOfProvider } from './AsOf';
import { CallboardRoutes } from './CallboardRoutes';
import { HeaderActions } from './HeaderActions';
import { HeaderTabs } from './HeaderTabs';

const ICON = <Glyph name="board" />;
const ACTIONS = [
  <HeaderTabs key="callboard-tabs" />,
  <HeaderActions key="callboard-actions" />,
];

// The portal's header leaves room below itself; the saved views belong to it.
const HEADER_GAP_PX = 24;

const useStyles = makeStyles({
  flush: { marginTop: -HEADER_GAP_PX },
});

/** Callboard's pages in a portal of the new frontend system, under the portal's header. */
export function CallboardPage() {
  const classes = useStyles();
  const t = useTexts();
  const board = useRouteRef(rootRouteRef)();
  return (
    <AsOfProvider>
      <PageLayout
        title={t('board.title')}
        icon={ICON}
        titleLink={board}
        headerActions={ACTIONS}
      >
        <div className={classes.flush}>
          <CallboardRoutes />
        </div>
      </PageLayout>
    </AsOfProvider>
  );
}
