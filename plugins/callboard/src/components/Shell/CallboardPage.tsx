import { makeStyles } from '@material-ui/core/styles';
import { useRouteRef } from '@backstage/core-plugin-api';
import { PageLayout } from '@backstage/frontend-plugin-api';
import { Glyph } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';
import { AsOfProvider } from './AsOf';
import { BoardTabs } from './BoardTabs';
import { CallboardRoutes } from './CallboardRoutes';
import { HeaderActions } from './HeaderActions';

const ICON = <Glyph name="board" />;
const ACTIONS = [
  <BoardTabs key="callboard-tabs" />,
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
