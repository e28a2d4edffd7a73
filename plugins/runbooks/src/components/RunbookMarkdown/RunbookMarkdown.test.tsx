import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/test-utils';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { HOSTILE_MARKDOWN } from '../../../../runbooks-common/src/markdown/__fixtures__/hostileMarkdown';
import { RunbookMarkdown } from './RunbookMarkdown';

const PARAMS = { namespace: 'shop', pod: 'a b; rm -rf /' };

const show = (markdown: string, params: Record<string, string> = PARAMS) =>
  renderInTestApp(<RunbookMarkdown markdown={markdown} params={params} />);

describe('RunbookMarkdown', () => {
  it('fills values into commands, quoted where they have to be', async () => {
    await show('```sh\nkubectl -n {{namespace}} logs $POD\n```');
    expect(
      screen.getByRole('button', {
        name: `Copy kubectl -n shop logs 'a b; rm -rf /'`,
      }),
    ).toBeEnabled();
    expect(screen.getByText('shop')).toHaveAttribute('title', 'namespace');
  });

  it('copies what is shown, and says so', async () => {
    const user = userEvent.setup();
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    await show('```sh\nkubectl -n {{namespace}} get pods\n```');
    await user.click(screen.getByRole('button', { name: /^Copy kubectl/ }));
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(written).toHaveBeenCalledWith('kubectl -n shop get pods');
  });

  it('asks for what is missing, once for all commands', async () => {
    const user = userEvent.setup();
    await show(
      '```sh\nkubectl -n {{namespace}} get pods\n```\n\nThen `kubectl get ns <namespace>`.',
      {},
    );
    const fields = screen.getAllByRole('textbox', { name: 'namespace' });
    await user.type(fields[0], 'pay');
    fields.forEach(field => expect(field).toHaveValue('pay'));
    expect(
      screen.getByRole('button', { name: 'Copy kubectl -n pay get pods' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy kubectl get ns pay' }),
    ).toBeInTheDocument();
  });

  it('wants a tick before a command that changes things', async () => {
    const user = userEvent.setup();
    await show('```sh\nkubectl delete pod x\n```');
    const copy = screen.getByRole('button', { name: /^Copy kubectl delete/ });
    expect(copy).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: /changes things/ }));
    expect(copy).toBeEnabled();
  });

  it('shows the warning of the author instead', async () => {
    await show(
      '> [!CAUTION] Orders are lost.\n\n```sh\nkubectl delete pod x\n```',
    );
    expect(
      within(screen.getByRole('note')).getByText(/Orders are lost/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/\[!CAUTION\]/)).not.toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /^Copy kubectl delete/ }),
    ).toBeEnabled();
  });

  it('says why a value is not filled in', async () => {
    await show('```sh\nkubectl logs {{pod}}\n```', { pod: '--kubeconfig=/x' });
    expect(
      screen.getByText(/It would be taken for a flag/),
    ).toBeInTheDocument();
  });

  it('takes another value where one was refused', async () => {
    const user = userEvent.setup();
    await show('Read `kubectl logs {{pod}}`.', { pod: '--kubeconfig=/x' });
    expect(
      screen.getByText(/It would be taken for a flag/),
    ).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'pod' }), 'api-1');
    expect(
      screen.getByRole('button', { name: 'Copy kubectl logs api-1' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByText(/It would be taken for a flag/),
    ).not.toBeInTheDocument();
  });

  it.each(['https://docs.example/a', '//docs.example/a', '/\\docs.example'])(
    'tells other servers nothing of the page: %s',
    async href => {
      await show(`<a href="${href}">docs</a>`);
      expect(screen.getByText('docs')).toHaveAttribute(
        'rel',
        expect.stringContaining('noopener'),
      );
    },
  );

  it('leaves other code and other links as they are', async () => {
    await show('```json\n{"a": 1}\n```\n\n[docs](https://docs.example/a)');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'docs' })).toHaveAttribute(
      'rel',
      expect.stringContaining('noopener'),
    );
  });

  it.each(HOSTILE_MARKDOWN.map(({ name, markdown }) => [name, markdown]))(
    'leaves nothing that could run or be fetched: %s',
    async (_, markdown) => {
      const { container } = await show(markdown);
      expect(
        container.querySelectorAll(
          'script,iframe,object,embed,form,style,base,meta,link,svg [href],img,video,audio,textarea',
        ),
      ).toHaveLength(0);
      for (const element of container.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          expect(name).not.toMatch(/^on/i);
          expect(`${name}=${value.trim()}`).not.toMatch(
            /^(href|src|action|formaction|xlink:href)=\s*(javascript|data|vbscript|blob|file):/i,
          );
        }
      }
    },
  );
});
