import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { knockAtSignals } from './knockAtSignals';

describe('knockAtSignals', () => {
  const servers: http.Server[] = [];
  const logger = mockServices.logger.mock();

  async function signalsAt(server: http.Server) {
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return mockServices.discovery.mock({
      getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
    });
  }

  afterEach(() => {
    servers.splice(0).forEach(server => {
      server.closeAllConnections();
      server.close();
    });
  });

  it('asks for the connection that is never answered, and hangs up', async () => {
    const asked: http.IncomingMessage[] = [];
    const server = http.createServer(request => asked.push(request));

    await knockAtSignals({ discovery: await signalsAt(server), logger });

    expect(asked).toHaveLength(1);
    expect(asked[0].url).toBe('/api/signals');
    expect(asked[0].headers.upgrade).toBe('websocket');
    await eventually(() => asked[0].destroyed);
  });

  it('takes no connection where upgrades are listened for already', async () => {
    const keys: unknown[] = [];
    const server = http.createServer();
    server.on('upgrade', ({ headers }, socket) => {
      keys.push(headers['sec-websocket-key']);
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    });

    await knockAtSignals({ discovery: await signalsAt(server), logger });

    expect(keys).toEqual([undefined]);
  });

  it('does not mind that there are no signals', async () => {
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async () => 'http://127.0.0.1:1/api/signals',
    });

    await knockAtSignals({ discovery, logger });

    expect(logger.debug).toHaveBeenCalledWith(
      expect.stringMatching(/could not be knocked at.*ECONNREFUSED/),
    );
  });
});

async function eventually(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) {
    await new Promise(resolve => setImmediate(resolve));
  }
}
