import { screen } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import type { FindingSnapshot, Run } from '@callboard/plugin-runbooks-common';
import { runbookFindingsApiRef } from '../api/runbookFindingsApiRef';
import { RunPage } from '../components/RunPage';
import { aRunbook, FakeRunbookStore } from './FakeRunbookStore';
import { FakeRuns, runsApi } from './FakeRuns';
import { renderAt } from './renderEditor';

const TEXT = `## Diagnosis

1. Look (5 min)

   \`\`\`sh
   kubectl --context {{cluster}} -n {{namespace}} get pods
   \`\`\`

2. Drain

## Escalation

Call Jonas Weber.
`;

/** Opens the page of a run of two steps, as Mira Okafor. */
export async function openRun(
  runs = new FakeRuns(),
  options: {
    /** What is wrong with the service now; nobody can tell where it is absent. */
    readonly findings?: () => FindingSnapshot[];
    readonly earlier?: readonly Run[];
    /** Of the catalog. */
    readonly entities?: Entity[];
    readonly mayRun?: boolean;
  } = {},
) {
  const { findings, earlier = [], entities = [], mayRun = true } = options;
  const runbook = aRunbook({
    content: TEXT,
    // What somebody may do is remembered from one test to the next, by entity.
    ...(!mayRun && { entityRef: 'component:default/of-others' }),
  });
  const store = new FakeRunbookStore(runbook);
  const api = {
    ...runsApi(runs),
    getVersion: store.getVersion.bind(store),
    getRunbook: store.getRunbook.bind(store),
    getRuns: async () => ({ items: [...earlier] }),
  };
  const page = (
    <TestApiProvider
      apis={[
        [catalogApiRef, catalogApiMock({ entities })],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: mayRun ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          }),
        ],
        [runbookFindingsApiRef, { getFindings: async () => findings?.() }],
      ]}
    >
      <RunPage />
    </TestApiProvider>
  );
  const { unmount } = await renderAt(page, {
    api,
    route: '/runbooks/runs/:id',
    path: `/runbooks/runs/${runs.run.id}`,
  });
  return { runs, unmount };
}

/** A step on the page, by how its title begins. */
export function findStep(title: string): Promise<HTMLElement> {
  return screen.findByRole('listitem', { name: new RegExp(`^${title}`) });
}
