import { useLocation, useNavigate } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { Header, HeaderTabs, Page } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef, sourcesRouteRef } from '../../routes';
import { AsOfProvider } from './AsOf';
import { CallboardRoutes } from './CallboardRoutes';
import { HeaderActions } from './HeaderActions';

/** The sources page and the pages of single sources. */
const SOURCES = /\/sources(\/|$)/;

const useStyles = makeStyles(theme => ({
  bar: {
    gridArea: 'pageSubheader',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minWidth: 0,
    paddingRight: 24,
    background: theme.palette.background.paper,
  },
  content: { gridArea: 'pageContent', minWidth: 0 },
}));

/** Callboard's pages in a portal of the older frontend system, with its header and tabs. */
export function LegacyCallboardPage() {
  const classes = useStyles();
  const t = useTexts();
  const navigate = useNavigate();
  const board = useRouteRef(rootRouteRef)();
  const sources = useRouteRef(sourcesRouteRef)();
  const onSources = SOURCES.test(useLocation().pathname);
  return (
    <AsOfProvider>
      <Page themeId="tool">
        <Header title={t('board.title')} pageTitleOverride={t('board.title')} />
        <div className={classes.bar}>
          <HeaderTabs
            tabs={[
              { id: 'board', label: t('board.tabBoard') },
              { id: 'sources', label: t('board.tabSources') },
            ]}
            selectedIndex={onSources ? 1 : 0}
            onChange={index => navigate(index === 1 ? sources : board)}
          />
          <HeaderActions />
        </div>
        <article className={classes.content}>
          <CallboardRoutes />
        </article>
      </Page>
    </AsOfProvider>
  );
}
