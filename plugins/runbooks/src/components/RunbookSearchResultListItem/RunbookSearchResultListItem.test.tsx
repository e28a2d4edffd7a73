import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/test-utils';
import { RunbookSearchResultListItem } from './RunbookSearchResultListItem';

const RESULT = {
  title: 'Pods crash',
  text: 'The pods crash.',
  location: '/runbooks/rb-1',
  entityRef: 'component:default/checkout',
  state: 'published',
  tags: ['pods'],
};

describe('RunbookSearchResultListItem', () => {
  it('leads to the runbook, and says whose it is', async () => {
    await renderInTestApp(<RunbookSearchResultListItem result={RESULT} />);
    expect(screen.getByRole('link', { name: 'Pods crash' })).toHaveAttribute(
      'href',
      '/runbooks/rb-1',
    );
    expect(screen.getByText('The pods crash.')).toBeInTheDocument();
    expect(screen.getByText('of checkout')).toBeInTheDocument();
    expect(screen.getByText('pods')).toBeInTheDocument();
    expect(screen.queryByText('Draft')).not.toBeInTheDocument();
  });

  it('says that a draft is one', async () => {
    const draft = { ...RESULT, state: 'draft' };
    await renderInTestApp(<RunbookSearchResultListItem result={draft} />);
    expect(screen.getByText('Draft')).toBeInTheDocument();
  });

  it('marks what was looked for', async () => {
    const { container } = await renderInTestApp(
      <RunbookSearchResultListItem
        result={RESULT}
        highlight={{
          preTag: '<x>',
          postTag: '</x>',
          fields: { text: 'The <x>pods</x> crash.' },
        }}
      />,
    );
    expect(container.querySelector('mark')).toHaveTextContent('pods');
  });

  it('does with an index that keeps title and text only', async () => {
    const { title, text, location } = RESULT;
    await renderInTestApp(
      <RunbookSearchResultListItem
        result={{ title, text, location, ...{ tags: 'pods' } }}
      />,
    );
    expect(screen.getByRole('link', { name: 'Pods crash' })).toBeVisible();
  });
});
