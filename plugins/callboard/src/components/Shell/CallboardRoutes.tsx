import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Progress } from '@backstage/core-components';
import { BoardPage } from '../BoardPage';

const SourcesPage = lazy(() =>
  import('../SourcesPage').then(({ SourcesPage: page }) => ({ default: page })),
);
const Wallboard = lazy(() =>
  import('../Wallboard').then(({ Wallboard: page }) => ({ default: page })),
);

/** The pages below the portal's own header, the same in both frontend systems. */
export function CallboardRoutes() {
  return (
    <Suspense fallback={<Progress />}>
      <Routes>
        <Route path="/sources" element={<SourcesPage />} />
        <Route path="/wallboard" element={<Wallboard />} />
        <Route path="/*" element={<BoardPage />} />
      </Routes>
    </Suspense>
  );
}
