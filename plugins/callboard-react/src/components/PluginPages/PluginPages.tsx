import { ComponentType, memo } from 'react';
import { PageLayout, PageLayoutProps } from '@backstage/frontend-plugin-api';

// The portal's header leaves room below itself, and the pages have their own.
const HEADER_GAP_PX = 24;

/**
 * What stands in the portal's header, and the pages below it.
 * @public
 */
export interface PluginPagesProps
  extends Pick<
    PageLayoutProps,
    'title' | 'icon' | 'titleLink' | 'headerActions'
  > {
  readonly pages: ComponentType;
}

/**
 * The pages of a plugin under the portal's own header, in the new frontend system. The props have
 * to stay the same objects: the portal's layout mounts all that is in it anew whenever it is
 * rendered again, and with that whoever types loses the field.
 * @public
 */
export const PluginPages = memo(function Pages(props: PluginPagesProps) {
  const { pages: Content, ...header } = props;
  return (
    <PageLayout {...header}>
      <div style={{ marginTop: -HEADER_GAP_PX }}>
        <Content />
      </div>
    </PageLayout>
  );
});
