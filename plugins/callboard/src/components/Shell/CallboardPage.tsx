import { useRouteRef } from '@backstage/core-plugin-api';
import { Glyph, PluginPages } from '@callboard/plugin-callboard-react';
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

/** Callboard's pages in a portal of the new frontend system, under the portal's header. */
export function CallboardPage() {
  const t = useTexts();
  const board = useRouteRef(rootRouteRef)();
  return (
    <AsOfProvider>
      <PluginPages
        title={t('board.title')}
        icon={ICON}
        titleLink={board}
        headerActions={ACTIONS}
        pages={CallboardRoutes}
      />
    </AsOfProvider>
  );
}
