import { useLocation } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import { HeaderTabs } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef, sourcesRouteRef } from '../../routes';

/** The sources page and the pages of single sources. */
const SOURCES = /\/sources(\/|$)/;

/** Board and Sources. */
export function BoardTabs() {
  const t = useTexts();
  const board = useRouteRef(rootRouteRef)();
  const sources = useRouteRef(sourcesRouteRef)();
  const onSources = SOURCES.test(useLocation().pathname);
  return (
    <HeaderTabs
      label={t('board.title')}
      tabs={[
        { label: t('board.tabBoard'), to: board, current: !onSources },
        { label: t('board.tabSources'), to: sources, current: onSources },
      ]}
    />
  );
}
