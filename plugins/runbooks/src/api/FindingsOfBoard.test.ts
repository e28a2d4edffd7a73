import { FindingsOfBoard } from './FindingsOfBoard';

const REF = 'component:default/checkout-api';

function board(status: number, body: unknown) {
  const asked: string[] = [];
  const api = FindingsOfBoard.create({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: {
      fetch: async input => {
        asked.push(String(input));
        return new Response(JSON.stringify(body), {
          status,
          headers: { 'Content-Type': 'application/json' },
        });
      },
    },
  });
  return { api, asked };
}

const finding = (code: string, status: string, params = {}) => ({
  code,
  status,
  message: `It is ${code}`,
  since: '2026-11-24T14:00:00.000Z',
  fingerprint: code,
  impact: 'live',
  params,
  links: [],
});

describe('FindingsOfBoard', () => {
  it('has findings worst first, without notes and those about runbooks', async () => {
    const { api, asked } = board(200, {
      aspects: {
        pipelines: { findings: [finding('slow', 'warning')] },
        alerts: {
          findings: [
            finding('alert', 'failing', {
              alertname: 'Down',
              runbook_url: 'https://r/1',
            }),
            finding('quiet', 'note'),
          ],
        },
        runbooks: { findings: [finding('no-runbook', 'failing')] },
      },
    });
    expect(await api.getFindings(REF)).toEqual([
      {
        aspect: 'alerts',
        code: 'alert',
        status: 'failing',
        message: 'It is alert',
        since: '2026-11-24T14:00:00.000Z',
        fingerprint: 'alert',
        params: { alertname: 'Down', runbook_url: 'https://r/1' },
        alertname: 'Down',
        runbookUrl: 'https://r/1',
      },
      expect.objectContaining({ aspect: 'pipelines', code: 'slow' }),
    ]);
    expect(asked).toEqual([
      'http://portal/api/callboard/v1/services/component/default/checkout-api',
    ]);
  });

  it('has nothing where there is no board, or the board does not know the entity', async () => {
    const { api } = board(404, {});
    expect(await api.getFindings(REF)).toBeUndefined();
  });

  it('rejects what else goes wrong', async () => {
    const { api } = board(503, { error: { message: 'Not now' } });
    await expect(api.getFindings(REF)).rejects.toThrow('503');
  });
});
