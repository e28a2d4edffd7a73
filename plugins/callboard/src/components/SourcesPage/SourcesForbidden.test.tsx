import { screen } from '@testing-library/react';
import { aSource } from '../../__testUtils__/builders';
import { FakeCallboardApi } from '../../__testUtils__/FakeCallboardApi';
import { renderCallboard } from '../../__testUtils__/renderCallboard';
import { SourcesPage } from './SourcesPage';

// In a file of its own: what a viewer may is cached for as long as the page lives.
describe('SourcesPage, for those who may not see the sources', () => {
  it('names the permission that is missing, and still shows the doctor', async () => {
    const api = new FakeCallboardApi();
    api.sources = [aSource()];
    await renderCallboard(<SourcesPage />, { api, allow: false });
    expect(
      await screen.findByText('You may not see the sources'),
    ).toBeInTheDocument();
    expect(screen.getByText('callboard.source.read')).toBeInTheDocument();
    expect(screen.queryByRole('table', { name: 'Sources' })).toBeNull();
    expect(
      screen.getByRole('button', { name: 'Back to the board' }),
    ).toHaveAttribute('href', '/callboard');
    expect(
      await screen.findByText(
        'Every annotation names something that is there.',
      ),
    ).toBeInTheDocument();
  });
});
