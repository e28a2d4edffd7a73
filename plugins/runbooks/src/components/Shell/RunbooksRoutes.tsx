import { lazy, Suspense } from 'react';
import { Outlet, Route, Routes } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { Progress } from '@backstage/core-components';
import { PHONE } from '@callboard/plugin-callboard-react';
import { UnsentStrips } from '../UnsentStrips';
import { PRINT_SHEET, usePrintSheet } from './usePrintSheet';

const RunbooksPage = lazy(() =>
  import('../RunbooksPage').then(({ RunbooksPage: page }) => ({
    default: page,
  })),
);
const RunbookPage = lazy(() =>
  import('../RunbookPage').then(({ RunbookPage: page }) => ({ default: page })),
);
const RunPage = lazy(() =>
  import('../RunPage').then(({ RunPage: page }) => ({ default: page })),
);
const EditorPage = lazy(() =>
  import('../EditorPage').then(({ EditorPage: page }) => ({ default: page })),
);
const HistoryPage = lazy(() =>
  import('../HistoryPage').then(({ HistoryPage: page }) => ({ default: page })),
);
const CoveragePage = lazy(() =>
  import('../CoveragePage').then(({ CoveragePage: page }) => ({
    default: page,
  })),
);

const useStyles = makeStyles(theme => ({
  // The new frontend system's page is in the font of another kit.
  root: {
    ...theme.typography.body2,
    fontSize: 14,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    padding: '16px 24px 24px',
    [PHONE]: { padding: '12px 12px 24px' },
    '@media print': { padding: 0 },
  },
}));

/** A page that sends nothing of a run. */
function OutsideRuns() {
  return (
    <>
      <UnsentStrips />
      <Outlet />
    </>
  );
}

/** The pages below the portal's own header, the same in both frontend systems. */
export function RunbooksRoutes() {
  const classes = useStyles();
  usePrintSheet();
  return (
    <div className={classes.root} {...PRINT_SHEET}>
      <Suspense fallback={<Progress />}>
        <Routes>
          <Route path="/runs/:id" element={<RunPage />} />
          <Route element={<OutsideRuns />}>
            <Route path="/" element={<RunbooksPage />} />
            <Route path="/coverage" element={<CoveragePage />} />
            <Route path="/new" element={<EditorPage />} />
            <Route path="/:id" element={<RunbookPage />} />
            <Route path="/:id/edit" element={<EditorPage />} />
            <Route path="/:id/history" element={<HistoryPage />} />
          </Route>
        </Routes>
      </Suspense>
    </div>
  );
}
