import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
} from '@backstage/core-components';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { SidebarLogo } from './SidebarLogo';

function NavItem(item: NavContentNavItem) {
  return (
    <SidebarItem icon={() => item.icon} to={item.href} text={item.title} />
  );
}

export function AppSidebar({ navItems }: NavContentComponentProps) {
  const items = navItems.withComponent(NavItem);
  const settings = items.take('page:user-settings');
  return (
    <Sidebar>
      <SidebarLogo />
      <SidebarDivider />
      <SidebarGroup label="Menu">
        {items.take('page:callboard')}
        {items.take('page:runbooks')}
        {items.take('page:catalog')}
        {items.rest({ sortBy: 'title' })}
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup label="Settings" to="/settings">
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
}
