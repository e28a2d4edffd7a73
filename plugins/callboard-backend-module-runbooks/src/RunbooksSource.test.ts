import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { problem, runbook, subject } from './__testUtils__/runbooks';
import type { KnownRunbook } from './KnownRunbook';
import { RunbooksSource } from './RunbooksSource';

describe('RunbooksSource', () => {
  let server: Server;
  let pages: { items: KnownRunbook[]; nextCursor?: string; total: number }[];
  let asked: { url: string; authorization?: string }[];
  let status: number;

  beforeEach(async () => {
    pages = [];
    asked = [];
    status = 200;
    server = createServer((request, response) => {
      const { url = '', headers } = request;
      asked.push({ url, authorization: headers.authorization });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(pages.shift() ?? { items: [], total: 0 }));
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  function source(domains: Readonly<Record<string, string>> = {}) {
    const { port } = server.address() as AddressInfo;
    return RunbooksSource.create({
      baseUrl: `http://127.0.0.1:${port}/api/runbooks`,
      appUrl: 'https://portal.example/base/',
      authorize: async () => ({ Authorization: 'Bearer t' }),
      domains: async () => new Map(Object.entries(domains)),
    });
  }

  async function observe(
    of: RunbooksSource,
    subjects: Parameters<RunbooksSource['observe']>[0]['subjects'],
  ) {
    const { observations } = await of.observe({
      subjects,
      signal: new AbortController().signal,
      stored: async () => new Map(),
    });
    return Object.fromEntries(
      observations.map(({ subjectId, verdict }) => [subjectId, verdict]),
    );
  }

  it('asks once for all services, with the credentials of the plugin', async () => {
    pages = [{ items: [runbook()], total: 1 }];
    const verdicts = await observe(source(), [
      subject('checkout'),
      subject('cart'),
    ]);
    expect(verdicts.checkout.status).toBe('ok');
    expect(verdicts.cart.findings).toMatchObject([{ code: 'no-runbook' }]);
    expect(asked).toEqual([
      {
        url: '/api/runbooks/v1/runbooks?limit=200',
        authorization: 'Bearer t',
      },
    ]);
  });

  it('links to the page of the runbook', async () => {
    const ailing = runbook({ id: 'a b', problems: [problem('unowned')] });
    pages = [{ items: [ailing], total: 1 }];
    const { checkout } = await observe(source(), [subject('checkout')]);
    expect(checkout.findings[0].links[0].url).toBe(
      'https://portal.example/base/runbooks/a%20b',
    );
  });

  it.each([
    ['system', 'system:default/shop'],
    ['owner', 'group:default/team-a'],
    ['domain of the system', 'domain:default/retail'],
  ])('finds what a service inherits from its %s', async (_, entityRef) => {
    const answer = { items: [runbook({ entityRef })], total: 1 };
    pages = [answer, answer];
    const all = source({ 'system:default/shop': 'domain:default/retail' });
    const refs = [
      'component:default/cart',
      'system:default/shop',
      'group:default/team-a',
    ];
    const { cart } = await observe(all, [
      subject('cart', { refs, system: 'system:default/shop' }),
    ]);
    expect(cart.status).toBe('ok');
    const { other } = await observe(all, [subject('other')]);
    expect(other.status).toBe('warning');
  });

  it('does not take the draft of a team for one of its services', async () => {
    const draft = runbook({
      state: 'draft',
      entityRef: 'group:default/team-a',
    });
    pages = [{ items: [draft], total: 1 }];
    const { cart } = await observe(source(), [
      subject('cart', {
        refs: ['component:default/cart', 'group:default/team-a'],
      }),
    ]);
    expect(cart.findings[0].message).toBe(
      'It has no runbook, and inherits none',
    );
  });

  it('reads all pages, and again where somebody saved meanwhile', async () => {
    const other = runbook({ id: 'rb-2', entityRef: 'component:default/cart' });
    pages = [
      // the second runbook was saved just now, which took it off the second page
      { items: [runbook()], nextCursor: 'c', total: 2 },
      { items: [runbook()], total: 2 },
      { items: [other], nextCursor: 'd', total: 2 },
      { items: [runbook()], total: 2 },
    ];
    const verdicts = await observe(source(), [
      subject('checkout'),
      subject('cart'),
    ]);
    expect([verdicts.checkout.status, verdicts.cart.status]).toEqual([
      'ok',
      'ok',
    ]);
    expect(asked.map(({ url }) => url.split('?')[1])).toEqual([
      'limit=200',
      'limit=200&cursor=c',
      'limit=200',
      'limit=200&cursor=d',
    ]);
  });

  it('says so where the runbooks backend is not installed', async () => {
    status = 404;
    await expect(observe(source(), [subject('checkout')])).rejects.toThrow(
      /has no runbooks backend: add @callboard\/plugin-runbooks-backend/,
    );
  });

  it('claims nothing while it is not known what services inherit', async () => {
    pages = [{ items: [runbook()], total: 1 }];
    const { port } = server.address() as AddressInfo;
    const blind = RunbooksSource.create({
      baseUrl: `http://127.0.0.1:${port}`,
      authorize: async () => ({}),
      domains: async () => {
        throw new Error('The catalog is down');
      },
    });
    await expect(observe(blind, [subject('checkout')])).rejects.toThrow(
      'The catalog does not say which domains systems are part of',
    );
  });
});
