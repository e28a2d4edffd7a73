import { useState } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Aspect } from '@callboard/plugin-callboard-common';
import {
  aFailingService,
  anAspect,
  anObservation,
  aService,
  minutesAgo,
  NOW_MS,
} from '../../__testUtils__/builders';
import {
  aRefusal,
  FakeCallboardApi,
} from '../../__testUtils__/FakeCallboardApi';
import { renderCallboard } from '../../__testUtils__/renderCallboard';
import { WhyPopover } from './WhyPopover';

function Cell(props: { readonly aspect?: Aspect }) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  return (
    <>
      <button onClick={event => setAnchor(event.currentTarget)}>cell</button>
      <WhyPopover
        anchorEl={anchor}
        entityRef="component:default/checkout-api"
        aspect={props.aspect ?? 'pipelines'}
        onClose={() => setAnchor(null)}
      />
    </>
  );
}

describe('WhyPopover', () => {
  let api: FakeCallboardApi;

  async function open(aspect?: Aspect) {
    await renderCallboard(<Cell aspect={aspect} />, { api });
    await userEvent.click(screen.getByRole('button', { name: 'cell' }));
    return screen.findByRole('dialog');
  }

  function rowOf(dialog: HTMLElement, name: string) {
    return within(dialog).getByRole('row', { name: new RegExp(`^${name} `) });
  }

  beforeEach(() => {
    api = new FakeCallboardApi();
    jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('tells rule, threshold, inputs, age and what clears it', async () => {
    api.service = aFailingService();
    const dialog = await open();
    await within(dialog).findByText('Rule');
    expect(dialog).toHaveAccessibleName('Why not green: Pipelines');
    expect(rowOf(dialog, 'Rule')).toHaveTextContent('ended with FAILURE');
    expect(rowOf(dialog, 'Threshold')).toHaveTextContent('within 14 d');
    expect(rowOf(dialog, 'Newest completed build')).toHaveTextContent('#640');
    expect(rowOf(dialog, 'Ended')).not.toHaveTextContent('T14:');
    expect(rowOf(dialog, 'Observed')).toHaveTextContent('by jenkins/main');
    expect(
      within(dialog).getByText(/Green again with the next build/),
    ).toBeInTheDocument();
  });

  it('explains green as well', async () => {
    api.service = aService();
    const dialog = await open();
    await within(dialog).findByText('Rule');
    expect(dialog).toHaveAccessibleName('Why green: Pipelines');
  });

  it('explains every job of an aspect, the one that decides first', async () => {
    api.service = aService({
      observations: [
        anObservation({ subject: 'shop/good' }),
        anObservation({ subject: 'shop/bad', status: 'failing' }),
      ],
    });
    const dialog = await open();
    await within(dialog).findByText('shop/bad');
    const subjects = within(dialog).getAllByText(/^shop\//);
    expect(subjects.map(subject => subject.textContent)).toEqual([
      'shop/bad',
      'shop/good',
    ]);
  });

  it('says what stale means here', async () => {
    api.service = aService({
      stale: true,
      aspects: { pipelines: anAspect({ stale: true }) },
      observations: [
        anObservation({
          stale: true,
          observedAt: minutesAgo(4),
          staleReason: 'unreachable',
          staleMessage: 'Connection refused',
        }),
      ],
    });
    const dialog = await open();
    await within(dialog).findByText('Stale');
    expect(rowOf(dialog, 'Stale')).toHaveTextContent(
      'Connection refused. jenkins/main has not answered for longer than it promises',
    );
  });

  it('says that a non-production source is capped', async () => {
    api.service = aService({
      observations: [anObservation({ production: false })],
    });
    const dialog = await open();
    expect(
      await within(dialog).findByText(/failing counts as warning/),
    ).toBeInTheDocument();
  });

  it.each([
    ['names nothing', [], /The service names nothing for this aspect/],
    ['waives it', ['alerts'], /The entity waives this aspect/],
  ] as const)('explains an absent aspect: %s', async (_n, waived, text) => {
    api.service = aService({ notApplicable: [...waived] });
    const dialog = await open('alerts');
    expect(await within(dialog).findByText(text)).toBeInTheDocument();
    expect(dialog).toHaveAccessibleName('Nothing connected: Alerts');
  });

  it('says that the reason could not be loaded, and tries again', async () => {
    api.service = await aRefusal(500, 'Broken');
    const dialog = await open();
    expect(
      await within(dialog).findByText(/The reason could not be loaded: Broken/),
    ).toBeInTheDocument();
    api.service = aService();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Try again' }),
    );
    expect(await within(dialog).findByText('Rule')).toBeInTheDocument();
  });

  it('closes on Escape and gives the focus back', async () => {
    api.service = aService();
    await open();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('button', { name: 'cell' })).toHaveFocus();
  });

  it('closes on its button', async () => {
    api.service = aService();
    const dialog = await open();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
