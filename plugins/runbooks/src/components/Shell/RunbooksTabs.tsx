import { useLocation } from 'react-router-dom';
import { HeaderTabs } from '@callboard/plugin-callboard-react';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';

/** Runbooks and Coverage. */
export function RunbooksTabs() {
  const t = useTexts();
  const paths = useRunbookPaths();
  const { pathname } = useLocation();
  const onCoverage = pathname.startsWith(paths.coverage());
  return (
    <HeaderTabs
      label={t('shell.title')}
      tabs={[
        { label: t('shell.tabList'), to: paths.list(), current: !onCoverage },
        {
          label: t('shell.tabCoverage'),
          to: paths.coverage(),
          current: onCoverage,
        },
      ]}
    />
  );
}
