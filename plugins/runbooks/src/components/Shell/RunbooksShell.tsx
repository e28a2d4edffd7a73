import { Glyph, PluginPages } from '@callboard/plugin-callboard-react';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { RunbooksRoutes } from './RunbooksRoutes';
import { RunbooksTabs } from './RunbooksTabs';

const ICON = <Glyph name="runbooks" />;
const ACTIONS = [<RunbooksTabs key="runbooks-tabs" />];

/** The pages of runbooks in a portal of the new frontend system, under the portal's header. */
export function RunbooksShell() {
  const t = useTexts();
  const paths = useRunbookPaths();
  return (
    <PluginPages
      title={t('shell.title')}
      icon={ICON}
      titleLink={paths.list()}
      headerActions={ACTIONS}
      pages={RunbooksRoutes}
    />
  );
}
