import { RunbooksOfPortal } from './RunbooksOfPortal';

function portal(status: number, body: unknown) {
  const asked: { url: string; body: unknown }[] = [];
  const api = RunbooksOfPortal.create({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: {
      fetch: async (input, init) => {
        asked.push({
          url: String(input),
          body: JSON.parse(String(init?.body)),
        });
        return new Response(JSON.stringify(body), {
          status,
          headers: { 'Content-Type': 'application/json' },
        });
      },
    },
  });
  return { api, asked };
}

const questions = [
  { aspect: 'pipelines', code: 'build-failed' },
  { aspect: 'kubernetes', code: 'crash-loop' },
  { aspect: 'alerts', code: 'alert', alertname: 'Down' },
];

describe('RunbooksOfPortal', () => {
  it('asks once, and takes the best of each', async () => {
    const { api, asked } = portal(200, {
      items: [
        [
          { runbook: { id: '1', title: 'Builds', version: 3 }, score: 95 },
          { runbook: { id: '2', title: 'Else' }, score: 45 },
        ],
        [],
        [
          {
            runbook: {
              external: true,
              title: 'Wiki',
              url: 'https://wiki/down',
              entityRef: 'component:default/a',
            },
            score: 100,
          },
        ],
      ],
    });
    await expect(api.choose('component:default/a', questions)).resolves.toEqual(
      [
        { id: '1', title: 'Builds' },
        null,
        { url: 'https://wiki/down', title: 'Wiki' },
      ],
    );
    expect(asked).toEqual([
      {
        url: 'http://portal/api/runbooks/v1/match',
        body: { entityRef: 'component:default/a', questions },
      },
    ]);
  });

  it('says nothing where the portal has no runbooks', async () => {
    const { api } = portal(404, {});
    await expect(
      api.choose('component:default/a', questions),
    ).resolves.toBeUndefined();
  });

  it('rejects what is no answer', async () => {
    await expect(
      portal(500, {}).api.choose('component:default/a', questions),
    ).rejects.toThrow();
    const script = [{ runbook: { url: 'data:text/html,x', title: 'x' } }];
    await expect(
      portal(200, { items: [script] }).api.choose('a', questions),
    ).rejects.toThrow();
  });
});
