import { useLocation, useNavigate } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { Header, HeaderTabs, Page } from '@backstage/core-components';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { RunbooksRoutes } from './RunbooksRoutes';

const useStyles = makeStyles({
  content: { gridArea: 'pageContent', minWidth: 0, paddingTop: 8 },
});

/** The pages of runbooks in a portal of the older frontend system, with its header and tabs. */
export function LegacyRunbooksShell() {
  const classes = useStyles();
  const t = useTexts();
  const navigate = useNavigate();
  const paths = useRunbookPaths();
  const { pathname } = useLocation();
  const onCoverage = pathname.startsWith(paths.coverage());
  return (
    <Page themeId="tool">
      <Header title={t('shell.title')} pageTitleOverride={t('shell.title')} />
      <HeaderTabs
        tabs={[
          { id: 'list', label: t('shell.tabList') },
          { id: 'coverage', label: t('shell.tabCoverage') },
        ]}
        selectedIndex={onCoverage ? 1 : 0}
        onChange={index =>
          navigate(index === 1 ? paths.coverage() : paths.list())
        }
      />
      <article className={classes.content}>
        <RunbooksRoutes />
      </article>
    </Page>
  );
}
