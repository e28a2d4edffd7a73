import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { Progress } from '@backstage/core-components';
import { BoardPage } from '../BoardPage';

const SourcesPage = lazy(() =>
  import('../SourcesPage').then(({ SourcesPage: page }) => ({ default: page })),
);
const SourcePage = lazy(() =>
  import('../SourcePage').then(({ SourcePage: page }) => ({ default: page })),
);
const Wallboard = lazy(() =>
  import('../Wallboard').then(({ Wallboard: page }) => ({ default: page })),
);

const useStyles = makeStyles(theme => ({
  // The new frontend system's page is in the font of another kit.
  root: {
    ...theme.typography.body2,
    fontSize: 14,
    lineHeight: '20px',
    color: theme.palette.text.primary,
  },
}));

/** The pages below the portal's own header, the same in both frontend systems. */
export function CallboardRoutes() {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Suspense fallback={<Progress />}>
        <Routes>
          <Route path="/sources" element={<SourcesPage />} />
          <Route path="/sources/:type/:name" element={<SourcePage />} />
          <Route path="/wallboard" element={<Wallboard />} />
          <Route path="/*" element={<BoardPage />} />
        </Routes>
      </Suspense>
    </div>
  );
}
