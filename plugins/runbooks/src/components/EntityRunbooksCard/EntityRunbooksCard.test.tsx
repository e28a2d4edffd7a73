import { screen, within } from '@testing-library/react';
import {
  aRunbook,
  FakeRunbookStore,
} from '../../__testUtils__/FakeRunbookStore';
import { matchesByCode, renderEntity } from '../../__testUtils__/renderEntity';
import { EntityRunbooksCard } from './EntityRunbooksCard';

const TAB = '/catalog/default/component/checkout-api/runbooks';

const open = (count: number) => {
  const store = new FakeRunbookStore(
    ...Array.from({ length: count }, (_, at) =>
      aRunbook({ id: `rb-${at}`, title: `Runbook ${at}`, state: 'published' }),
    ),
  );
  return renderEntity(<EntityRunbooksCard />, {
    api: {
      getRunbooks: () => store.getRunbooks(),
      getRuns: () => store.getRuns(),
      matchAll: matchesByCode({}),
    },
  });
};

describe('EntityRunbooksCard', () => {
  it('has three, and leads to the tab for the rest', async () => {
    await open(5);
    const list = await screen.findByRole('list', { name: 'Runbooks' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(
      screen.getByRole('link', { name: '2 more runbooks' }),
    ).toHaveAttribute('href', TAB);
    expect(screen.getByRole('link', { name: 'All runbooks' })).toHaveAttribute(
      'href',
      TAB,
    );
  });

  it('offers to write the first one', async () => {
    await open(0);
    expect(
      await screen.findByRole('button', { name: 'Write a runbook' }),
    ).toBeInTheDocument();
  });
});
