import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/test-utils';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { HOSTILE_MARKDOWN } from '../../../../runbooks-common/src/markdown/__fixtures__/hostileMarkdown';
import { parseRunbook } from '@callboard/plugin-runbooks-common';
import { RunbookMarkdown } from './RunbookMarkdown';

const PARAMS = { namespace: 'shop', pod: 'a b; rm -rf /' };

const show = (markdown: string, params: Record<string, string> = PARAMS) =>
  renderInTestApp(
    <RunbookMarkdown
      markdown={markdown}
      text={parseRunbook(markdown)}
      params={params}
    />,
  );

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

  it.each([
    ['a fence', '```text\n> [!WARNING] Orders are lost.\n```\n\n'],
    ['another item', '- > [!WARNING] Orders are lost.\n- '],
    ['HTML', '<blockquote>[!WARNING] Orders are lost.</blockquote>\n\n'],
    ['a folded part', '<details>\n\n> [!WARNING] Lost.\n\n</details>\n\n'],
  ])('wants the tick although there is a warning in %s', async (_, before) => {
    await show(`${before}Then \`kubectl delete pod x\``);
    expect(
      screen.getByRole('button', { name: /^Copy kubectl delete/ }),
    ).toBeDisabled();
    expect(screen.getByRole('checkbox')).not.toBeChecked();
  });

  it('wants the tick of each command by itself, in fences and sentences', async () => {
    await show(
      '> [!WARNING] Lost.\n\n```sh\nuptime -p\nkubectl delete pod x\n```\n\n    kubectl delete pod y\n\n# Other\n\n```sh\nkubectl delete pod x\n```\n',
    );
    expect(
      screen
        .getAllByRole('button', { name: /^Copy kubectl delete/ })
        .map(button => button.hasAttribute('disabled')),
    ).toEqual([false, false, true]);
  });

  it('wants the tick where nobody parsed the text', async () => {
    await renderInTestApp(
      <RunbookMarkdown
        markdown={'> [!WARNING] Lost.\n\n`kubectl delete pod x`'}
        params={{}}
      />,
    );
    expect(screen.getByRole('checkbox')).not.toBeChecked();
  });

  it('wants the tick anew when the command gets another value', async () => {
    const user = userEvent.setup();
    await show('```sh\nkubectl delete pod <pod>\n```', {});
    await user.type(screen.getByRole('textbox', { name: 'pod' }), 'a');
    await user.click(screen.getByRole('checkbox', { name: /changes things/ }));
    expect(
      screen.getByRole('button', { name: 'Copy kubectl delete pod a' }),
    ).toBeEnabled();
    await user.type(screen.getByRole('textbox', { name: 'pod' }), 'b');
    expect(
      screen.getByRole('button', { name: 'Copy kubectl delete pod ab' }),
    ).toBeDisabled();
  });

  it.each([
    ['a block', '```sh\nkubectl logs <pod> -n <namespace>\n```'],
    ['a sentence', 'Read `kubectl logs <pod> -n <namespace>`.'],
  ])(
    'copies nothing without its values, and asks for them: %s',
    async (_, text) => {
      const user = userEvent.setup();
      const written = jest.spyOn(navigator.clipboard, 'writeText');
      await show(text, { namespace: 'shop' });
      await user.click(
        screen.getByRole('button', { name: /^Copy kubectl logs/ }),
      );
      expect(written).not.toHaveBeenCalled();
      expect(screen.getByText('Not copied: pod is missing')).toBeVisible();
      const field = screen.getByRole('textbox', { name: 'pod' });
      expect(field).toHaveFocus();
      await user.type(field, 'api-1');
      await user.click(
        screen.getByRole('button', { name: /^Copy kubectl logs/ }),
      );
      expect(written).toHaveBeenCalledWith('kubectl logs api-1 -n shop');
    },
  );

  it('copies a command as it is written where that is meant, and it only looks', async () => {
    const user = userEvent.setup();
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    await show('`grep "<job>" build.xml`, `curl -X POST https://a/<job>`', {});
    await user.click(screen.getByRole('button', { name: /^Copy grep/ }));
    await user.click(screen.getByRole('button', { name: 'Copy as written' }));
    expect(written).toHaveBeenCalledWith('grep "<job>" build.xml');
    await user.click(screen.getAllByRole('checkbox')[0]);
    await user.click(screen.getByRole('button', { name: /^Copy curl/ }));
    expect(
      screen.queryByRole('button', { name: 'Copy as written' }),
    ).not.toBeInTheDocument();
    expect(written).toHaveBeenCalledTimes(1);
  });

  it('shows what cannot be seen in a command', async () => {
    await show('```sh\nkubectl get \u202Epods\n```');
    expect(screen.getByText('kubectl get ‹U+202E›pods')).toBeVisible();
    expect(screen.getByRole('checkbox')).not.toBeChecked();
  });

  it('leads from links within the text to its headings', async () => {
    await show('See [how](#roll-back) or [this](#nowhere).\n\n## Roll back');
    expect(screen.getByRole('link', { name: 'how' })).toHaveAttribute(
      'href',
      `#${screen.getByRole('heading', { name: 'Roll back' }).id}`,
    );
    expect(screen.getByRole('link', { name: 'this' })).toHaveAttribute(
      'href',
      '#nowhere',
    );
  });

  it('takes the prompt away from a command in a sentence', async () => {
    await show('Run `$ kubectl get pods`.');
    expect(
      screen.getByRole('button', { name: 'Copy kubectl get pods' }),
    ).toBeVisible();
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

  it('shows a text that would take the parser very long as it stands', async () => {
    await show(`Look ${'['.repeat(20_000)}`);
    expect(screen.getByText(/^Look \[/)).toBeVisible();
  });

  it('knows where reference links lead, however many there are', async () => {
    const targets = Array.from(
      { length: 400 },
      (_, n) => `[t${n}]: https://docs.example/${n}`,
    );
    const text = parseRunbook(`See [it][t399].\n\n${targets.join('\n')}`);
    await renderInTestApp(
      <RunbookMarkdown markdown="See [it][t399]." text={text} params={{}} />,
    );
    expect(screen.getByRole('link', { name: 'it' })).toHaveAttribute(
      'href',
      'https://docs.example/399',
    );
  });

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
