import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { PageLayout } from '@backstage/frontend-plugin-api';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef, sourcesRouteRef } from '../../routes';
import { Glyph } from '../Glyph';
import { AsOfProvider } from './AsOf';
import { CallboardRoutes } from './CallboardRoutes';
import { HeaderActions } from './HeaderActions';

const ICON = <Glyph name="board" />;
const ACTIONS = [<HeaderActions key="callboard" />];

/** Callboard's pages in a portal of the new frontend system, under the portal's header. */
export function CallboardPage() {
  const t = useTexts();
  const board = useRouteRef(rootRouteRef)();
  const sources = useRouteRef(sourcesRouteRef)();
  const tabs = useMemo(
    () => [
      { id: 'board', label: t('board.tabBoard'), href: board },
      { id: 'sources', label: t('board.tabSources'), href: sources },
    ],
    [t, board, sources],
  );
  return (
    <AsOfProvider>
      <PageLayout
        title={t('board.title')}
        icon={ICON}
        titleLink={board}
        tabs={tabs}
        headerActions={ACTIONS}
      >
        <CallboardRoutes />
      </PageLayout>
    </AsOfProvider>
  );
}
