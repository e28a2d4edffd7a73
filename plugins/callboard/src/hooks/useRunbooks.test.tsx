import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aFailingService,
  aFinding,
  anObservation,
} from '../__testUtils__/builders';
import { FakeCallboardApi } from '../__testUtils__/FakeCallboardApi';
import { renderCallboard } from '../__testUtils__/renderCallboard';
import type {
  CallboardRunbooksApi,
  RunbookChoice,
} from '../api/callboardRunbooksApiRef';
import { ServiceCard } from '../components/ServiceCard';
import { ServiceTab } from '../components/ServiceTab';
import { WhyButton } from '../components/WhyButton';

const OWN: RunbookChoice = { id: 'rb-1', title: 'A build is red' };
const HREF = /^\/runbooks\/rb-1\?entityRef=.*code=build-failed.*p\.job=shop/;

class FakeRunbooks implements CallboardRunbooksApi {
  readonly asked: Parameters<CallboardRunbooksApi['choose']>[] = [];
  answer: () => ReturnType<CallboardRunbooksApi['choose']>;

  constructor(...choices: (RunbookChoice | null)[]) {
    this.answer = async () => choices;
  }

  async choose(...args: Parameters<CallboardRunbooksApi['choose']>) {
    this.asked.push(args);
    return this.answer();
  }
}

describe('runbooks of findings', () => {
  const api = new FakeCallboardApi();

  beforeEach(() => {
    api.service = aFailingService();
  });

  it.each([
    ['the card', <ServiceCard />],
    ['the tab', <ServiceTab />],
  ])(
    'are a link away on %s, with the values of the finding',
    async (_, page) => {
      const runbooks = new FakeRunbooks(OWN);
      await renderCallboard(page, { api, runbooks });
      const links = await screen.findAllByRole('link', {
        name: 'Runbook: A build is red',
      });
      for (const link of links) {
        expect(link).toHaveAttribute('href', expect.stringMatching(HREF));
      }
    },
  );

  it('stand beside what is wrong, with what they fit', async () => {
    const runbooks = new FakeRunbooks(OWN);
    await renderCallboard(<ServiceTab />, { api, runbooks });
    const status = within(
      await screen.findByRole('region', { name: 'Status' }),
    );
    expect(
      await status.findByRole('link', { name: 'Runbook: A build is red' }),
    ).toHaveAttribute('href', expect.stringMatching(HREF));
    expect(status.getByText('fits build-failed')).toBeInTheDocument();
  });

  it('are a link away in "why?", two clicks from the status', async () => {
    const runbooks = new FakeRunbooks(OWN);
    await renderCallboard(
      <WhyButton
        entityRef="component:default/checkout-api"
        aspect="pipelines"
        status="failing"
      />,
      { api, runbooks },
    );
    await userEvent.click(screen.getByRole('button'));
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByRole('link', { name: /^Runbook/ }),
    ).toHaveAttribute('href', expect.stringMatching(HREF));
  });

  it('are asked for once, each kind of finding once', async () => {
    api.service = aFailingService({
      aspects: {},
      observations: [
        anObservation({
          status: 'failing',
          findings: [
            aFinding({ fingerprint: '1' }),
            aFinding({ fingerprint: '2' }),
            aFinding({ fingerprint: '3', code: 'flaky', status: 'warning' }),
            aFinding({ fingerprint: '4', code: 'old', status: 'note' }),
          ],
        }),
      ],
    });
    const runbooks = new FakeRunbooks(OWN, null);
    await renderCallboard(<ServiceTab />, { api, runbooks });
    const findings = within(
      await screen.findByRole('region', { name: 'Findings' }),
    );
    expect(
      await findings.findAllByRole('link', { name: /^Runbook/ }),
    ).toHaveLength(2);
    expect(runbooks.asked.map(([ref, questions]) => [ref, questions])).toEqual([
      [
        'component:default/checkout-api',
        [
          { aspect: 'pipelines', code: 'build-failed' },
          { aspect: 'pipelines', code: 'flaky' },
        ],
      ],
    ]);
  });

  it('can be written where none fits', async () => {
    const runbooks = new FakeRunbooks(null);
    await renderCallboard(<ServiceCard />, { api, runbooks });
    expect(await screen.findByText('No runbook fits.')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Write a runbook' }),
    ).toHaveAttribute(
      'href',
      '/runbooks/new?entityRef=component%3Adefault%2Fcheckout-api&aspect=pipelines&code=build-failed',
    );
  });

  it('that are kept elsewhere open there', async () => {
    const runbooks = new FakeRunbooks({
      url: 'https://wiki.example.com/builds',
      title: 'Builds',
    });
    await renderCallboard(<ServiceCard />, { api, runbooks });
    expect(
      await screen.findByRole('link', { name: /Runbook: Builds/ }),
    ).toHaveAttribute('href', 'https://wiki.example.com/builds');
  });

  it.each<[string, FakeRunbooks['answer']]>([
    ['is missing', async () => undefined],
    ['fails', async () => Promise.reject(new Error('down'))],
  ])('take nothing from the page where their backend %s', async (_, answer) => {
    const runbooks = new FakeRunbooks();
    runbooks.answer = answer;
    await renderCallboard(<ServiceCard />, { api, runbooks });
    expect(
      await screen.findByRole('list', { name: 'Findings' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/runbook/i)).not.toBeInTheDocument();
  });

  it('are not asked for where the portal has no pages for them', async () => {
    const runbooks = new FakeRunbooks(OWN);
    await renderCallboard(<ServiceCard />, {
      api,
      runbooks,
      runbooksPages: false,
    });
    expect(
      await screen.findByRole('list', { name: 'Findings' }),
    ).toBeInTheDocument();
    expect(runbooks.asked).toEqual([]);
  });
});
