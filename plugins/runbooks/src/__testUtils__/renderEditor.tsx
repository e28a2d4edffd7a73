import { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { act, screen } from '@testing-library/react';
import { EditorView } from '@codemirror/view';
import { alertApiRef, identityApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import type { RunbooksApi } from '@callboard/plugin-runbooks-common';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { rootRouteRef } from '../routes';

// jsdom lays nothing out: no text has a place.
Range.prototype.getClientRects ??= () =>
  Object.assign([], { item: () => null });

/** How many drafts this device keeps. */
export function draftsCount(): number {
  return Object.keys(localStorage).filter(key => key.includes('/draft/'))
    .length;
}

/** Renders a page of runbooks under its own path, in a portal where Mira Okafor is signed in. */
export async function renderAt(
  element: ReactElement,
  options: {
    readonly api: Partial<RunbooksApi>;
    /** Of the page, with its parameters: `/runbooks/:id/edit`. */
    readonly route: string;
    /** Where the browser is. */
    readonly path: string;
    /** Where what the portal tells the person goes. */
    readonly told?: string[];
  },
) {
  const { api, route, path, told } = options;
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [runbooksApiRef, api],
        [
          identityApiRef,
          mockApis.identity({ userEntityRef: 'user:default/mira.okafor' }),
        ],
        [permissionApiRef, mockApis.permission()],
        [catalogApiRef, catalogApiMock()],
        [alertApiRef, { post: ({ message }) => told?.push(message) }],
      ]}
    >
      <Routes>
        <Route path={route} element={element} />
        <Route path="*" element={<p>another page</p>} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/runbooks': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

/** The text field of the editor on screen. */
export async function findEditor(): Promise<EditorView> {
  const element = await screen.findByLabelText(
    'Text of the runbook in Markdown',
  );
  const view = EditorView.findFromDOM(element);
  if (!view) {
    throw new Error('There is no editor in the element');
  }
  return view;
}

/** Types as a person would, in the place of all or of the first occurrence of something. */
export async function typeText(text: string, replaced?: string): Promise<void> {
  const view = await findEditor();
  const before = view.state.doc.toString();
  const from = replaced === undefined ? 0 : before.indexOf(replaced);
  const to = replaced === undefined ? before.length : from + replaced.length;
  act(() =>
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + text.length },
      userEvent: 'input.type',
    }),
  );
}
