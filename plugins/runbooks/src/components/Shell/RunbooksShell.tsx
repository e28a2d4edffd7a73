import { PageLayout } from '@backstage/frontend-plugin-api';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { Glyph } from '../Glyph';
import { HeaderTabs } from './HeaderTabs';
import { RunbooksRoutes } from './RunbooksRoutes';

const ICON = <Glyph name="runbooks" />;
const ACTIONS = [<HeaderTabs key="runbooks-tabs" />];

/** The pages of runbooks in a portal of the new frontend system, under the portal's header. */
export function RunbooksShell() {
  const t = useTexts();
  const paths = useRunbookPaths();
  return (
    <PageLayout
      title={t('shell.title')}
      icon={ICON}
      titleLink={paths.list()}
      headerActions={ACTIONS}
    >
      <RunbooksRoutes />
    </PageLayout>
  );
}
