import { screen } from '@testing-library/react';
import { aService } from '../../__testUtils__/builders';
import { FakeCallboardApi } from '../../__testUtils__/FakeCallboardApi';
import { renderCallboard } from '../../__testUtils__/renderCallboard';
import { RefreshButton } from './RefreshButton';

// In a file of its own: what a viewer may is cached for as long as the page lives.
describe('RefreshButton, for those who may not ask sources again', () => {
  it('is absent', async () => {
    await renderCallboard(
      <>
        <RefreshButton service={aService()} />
        rendered
      </>,
      { api: new FakeCallboardApi(), allow: false },
    );
    expect(await screen.findByText('rendered')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull();
  });
});
