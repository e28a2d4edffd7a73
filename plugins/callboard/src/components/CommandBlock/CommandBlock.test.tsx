import { screen } from '@testing-library/react';
import { FakeCallboardApi } from '../../__testUtils__/FakeCallboardApi';
import { renderCallboard } from '../../__testUtils__/renderCallboard';
import { CommandBlock } from './CommandBlock';

describe('CommandBlock', () => {
  it('marks what was filled in, and breaks no line within a flag', async () => {
    await renderCallboard(
      <CommandBlock
        parts={[
          { text: 'kubectl logs ' },
          { text: 'web-1', filled: true },
          { text: ' --previous' },
        ]}
      />,
      { api: new FakeCallboardApi() },
    );
    expect(screen.getByRole('code')).toHaveTextContent(
      'kubectl logs web-1 --previous',
    );
    expect(screen.getByText('web-1').tagName).toBe('MARK');
    expect(screen.getByText('--previous')).toHaveStyle({
      whiteSpace: 'nowrap',
    });
  });
});
