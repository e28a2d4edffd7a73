import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { AppSidebar } from './AppSidebar';

/** The sidebar: Callboard and the catalog first, settings at the bottom. */
export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [NavContentBlueprint.make({ params: { component: AppSidebar } })],
});
