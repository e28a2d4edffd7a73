import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ImportAnswer } from '@callboard/plugin-runbooks-common';
import { aRefusal } from '../../__testUtils__/FakeRunbookStore';
import { renderAt } from '../../__testUtils__/renderEditor';
import { ExportButton } from './ExportButton';
import { ImportDialog } from './ImportDialog';

/** Takes what is imported and answers by the file's name. */
class FakeExchange {
  readonly asked: { name?: string; entityRef?: string }[] = [];
  readonly answers: Record<string, ImportAnswer['items'] | Error> = {};

  async importRunbooks(
    _file: Blob,
    options: { readonly entityRef?: string; readonly fileName?: string } = {},
  ): Promise<ImportAnswer> {
    const { fileName = 'zip', entityRef } = options;
    this.asked.push({ name: options.fileName, entityRef });
    const answer = this.answers[fileName] ?? [];
    if (answer instanceof Error) {
      throw answer;
    }
    return { items: answer };
  }

  async exportRunbooks(): Promise<Blob> {
    return new Blob(['zip']);
  }
}

async function open(api: FakeExchange, onImported = () => {}) {
  await renderAt(
    <ImportDialog
      entityRef="component:default/checkout-api"
      onClose={() => {}}
      onImported={onImported}
    />,
    { api, route: '/runbooks', path: '/runbooks' },
  );
}

const choose = (...names: string[]) =>
  fireEvent.change(screen.getByTestId('import-files'), {
    target: { files: names.map(name => new File(['# T\n'], name)) },
  });

describe('ImportDialog', () => {
  it('imports every file and says what became of each, failures first', async () => {
    const api = new FakeExchange();
    api.answers['One.md'] = [
      { path: 'One.md', result: 'created', id: 'rb-1', title: 'One' },
    ];
    api.answers['Two.md'] = await aRefusal(413, 'At most 1048576 bytes.');
    api.answers.zip = [
      { path: 'a/Three.md', result: 'unchanged', id: 'rb-3', title: 'Three' },
      { path: 'a/Four.md', result: 'failed', message: 'No such entity' },
    ];
    const onImported = jest.fn();
    await open(api, onImported);
    choose('One.md', 'Two.markdown', 'all.zip');
    await userEvent.click(
      screen.getByRole('button', { name: 'Import 3 files' }),
    );
    expect(
      await screen.findByText(
        '1 created, 0 with a new version, 1 unchanged, 2 failed',
      ),
    ).toBeInTheDocument();
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map(row => row.textContent)).toEqual([
      'Two.markdownfailedAt most 1048576 bytes.',
      'a/Four.mdfailedNo such entity',
      'One.mdcreatedOne',
      'a/Three.mdunchangedThree',
    ]);
    expect(screen.getByRole('link', { name: 'One' })).toHaveAttribute(
      'href',
      '/runbooks/rb-1',
    );
    expect(api.asked).toEqual([
      { name: 'One.md', entityRef: 'component:default/checkout-api' },
      { name: 'Two.md', entityRef: 'component:default/checkout-api' },
      { name: undefined, entityRef: 'component:default/checkout-api' },
    ]);
    await waitFor(() => expect(onImported).toHaveBeenCalledTimes(1));
  });

  it('says which files it leaves out', async () => {
    await open(new FakeExchange());
    choose('One.md', 'photo.png');
    expect(screen.getByText(/^Left out: photo\.png\./)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import 1 file' })).toBeEnabled();
  });

  it('names the permission that is missing', async () => {
    const api = new FakeExchange();
    api.answers['One.md'] = await aRefusal(403, 'Not yours.');
    await open(api);
    choose('One.md');
    await userEvent.click(
      screen.getByRole('button', { name: 'Import 1 file' }),
    );
    expect(
      await screen.findByText(
        'You lack the permission runbooks.create. Not yours.',
      ),
    ).toBeInTheDocument();
  });
});

describe('ExportButton', () => {
  it('says why an export failed', async () => {
    const api = new FakeExchange();
    const refusal = await aRefusal(503, 'Not now');
    api.exportRunbooks = async () => {
      throw refusal;
    };
    await renderAt(<ExportButton />, {
      api,
      route: '/runbooks',
      path: '/runbooks',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Export all' }));
    expect(
      await screen.findByText('The export failed. Not now'),
    ).toBeInTheDocument();
  });
});
