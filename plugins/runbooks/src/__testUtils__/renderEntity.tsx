import { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import type {
  FindingSnapshot,
  MatchItem,
  MatchQuestion,
  RunbooksApi,
} from '@callboard/plugin-runbooks-common';
import { runbookFindingsApiRef } from '../api/runbookFindingsApiRef';
import { runbooksApiRef } from '../api/runbooksApiRef';
import { rootRouteRef } from '../routes';

/** The entity of the page. */
export const ENTITY_REF = 'component:default/checkout-api';

function entityNamed(name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
  };
}

/** Renders something of an entity's page. */
export async function renderEntity(
  element: ReactElement,
  options: {
    readonly api: Partial<RunbooksApi>;
    /** Absent where nothing tells of findings. */
    readonly findings?: readonly FindingSnapshot[] | Error;
    /** Names of permissions that the viewer lacks. */
    readonly denied?: readonly string[];
    /** Decisions are remembered from test to test: those of another entity are not. */
    readonly entityName?: string;
  },
) {
  const { api, findings, denied = [], entityName = 'checkout-api' } = options;
  const permissionApi = mockApis.permission({
    authorize: ({ permission }) =>
      denied.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  });
  const told = async () => {
    if (findings instanceof Error) {
      throw findings;
    }
    return findings;
  };
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [runbooksApiRef, api],
        [permissionApiRef, permissionApi],
        ...(findings
          ? [[runbookFindingsApiRef, { getFindings: told }] as const]
          : []),
      ]}
    >
      <Routes>
        <Route
          path="/"
          element={
            <EntityProvider entity={entityNamed(entityName)}>
              {element}
            </EntityProvider>
          }
        />
        <Route path="/runbooks/runs/:id" element={<p>run mode</p>} />
      </Routes>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/runbooks': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

/** Answers each question by the code that it asks for; that of none by `''`. */
export function matchesByCode(byCode: Readonly<Record<string, MatchItem[]>>) {
  return async (_entityRef: string, questions: readonly MatchQuestion[]) =>
    questions.map(({ code = '' }) => byCode[code] ?? []);
}
