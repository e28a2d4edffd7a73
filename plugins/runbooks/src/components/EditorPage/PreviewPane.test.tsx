import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Run } from '@callboard/plugin-runbooks-common';
import { FakeRunbookStore } from '../../__testUtils__/FakeRunbookStore';
import { renderAt } from '../../__testUtils__/renderEditor';
import { PreviewPane } from './PreviewPane';

const TEXT = '## Diagnosis\n\n```sh\nkubectl -n {{namespace}} get pods\n```\n';

const RUN: Run = {
  id: 'run-5',
  runbookId: 'rb-1',
  runbookVersion: 7,
  title: 'Checkout out of memory',
  entityRef: 'component:default/checkout-api',
  dryRun: false,
  params: { namespace: 'of-the-run' },
  steps: [],
  startedAt: '2026-11-12T14:02:00.000Z',
  startedBy: 'user:default/ana.petrov',
  revision: 1,
};

async function open(options: { runs?: Run[]; query?: string; text?: string }) {
  const { runs = [], query = '', text = TEXT } = options;
  const store = new FakeRunbookStore();
  store.getRuns = async () => ({ items: runs });
  await renderAt(<PreviewPane runbookId="rb-1" text={text} cursor={0} />, {
    api: store,
    route: '/runbooks/rb-1/edit',
    path: `/runbooks/rb-1/edit${query}`,
  });
}

const command = (namespace: string) =>
  screen.findByRole('button', {
    name: `Copy kubectl -n ${namespace} get pods`,
  });

describe('PreviewPane', () => {
  it('fills in the values of the last run', async () => {
    await open({ runs: [RUN] });
    expect(await command('of-the-run')).toBeInTheDocument();
    expect(
      screen.getByText('Preview with the values of checkout-api.'),
    ).toBeInTheDocument();
  });

  it('fills in the values of the finding that the person came from', async () => {
    await open({ runs: [RUN], query: '?p.namespace=of-the-finding' });
    expect(await command('of-the-finding')).toBeInTheDocument();
  });

  it('fills in values that are typed', async () => {
    await open({});
    await userEvent.selectOptions(
      await screen.findByLabelText('Values'),
      'values that I type',
    );
    await userEvent.type(screen.getByLabelText('namespace'), 'typed');
    expect(await command('typed')).toBeInTheDocument();
  });

  it.each([
    ['', 'shop'],
    ['?p.namespace=of-the-finding', 'of-the-finding'],
  ])(
    'fills in what the runbook declares itself, but for %j',
    async (query, namespace) => {
      const text = `---\nparams:\n  - { name: ns, default: shop }\n---\n\n${TEXT}`;
      await open({ text, query });
      expect(await command(namespace)).toBeInTheDocument();
      expect(screen.queryByText(/params:/)).not.toBeInTheDocument();
    },
  );

  it('has no field at each command: values are chosen above', async () => {
    await open({});
    await userEvent.click(await command('{{namespace}}'));
    expect(screen.getByText(/namespace is missing/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});
