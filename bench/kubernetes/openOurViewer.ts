import { CallboardClient } from '@callboard/plugin-callboard-common';
import { WebSocket } from 'undici';
import { LiveLoop } from '../../plugins/callboard-react/src/live/LiveLoop';
import { serviceName } from '../services';
import type { OpenViewer } from './Viewer';

/** As `useLive` of our frontend has it. */
const POLL_MS = 20_000;

/**
 * What our tab asks its backend for: service and timeline with our own client, at once, when a signal
 * says that something changed, and every twenty seconds.
 */
export const openOurViewer: OpenViewer = page => {
  const { backendUrl, headers, service, onShown } = page;
  const ref = `component:default/${serviceName(service)}`;
  const viewer = { bytes: 0, answers: 0 };
  const client = new CallboardClient({
    discoveryApi: { getBaseUrl: async id => `${backendUrl}/api/${id}` },
    fetchApi: {
      async fetch(url, init) {
        const response = await fetch(url, {
          ...init,
          headers: {
            ...Object.fromEntries(new Headers(init?.headers)),
            ...headers,
          },
        });
        viewer.bytes += (await response.clone().arrayBuffer()).byteLength;
        viewer.answers++;
        return response;
      },
    },
  });
  const loop = LiveLoop.create({
    load: async ({ signal }) => {
      const [detail] = await Promise.all([
        client.getService(ref, { signal }),
        client.getTimeline(ref, {}, { signal }),
      ]);
      return detail;
    },
    pollMs: POLL_MS,
    now: Date.now,
    random: Math.random,
  });
  const leave = loop.subscribe(() =>
    onShown(JSON.stringify(loop.getSnapshot().data)),
  );
  const socket = new WebSocket(
    `${backendUrl.replace(/^http/, 'ws')}/api/signals`,
    headers.authorization.replace('Bearer ', ''),
  );
  socket.addEventListener('open', () =>
    socket.send(JSON.stringify({ action: 'subscribe', channel: 'callboard' })),
  );
  socket.addEventListener('message', () => loop.hint());
  loop.start();
  return Object.assign(viewer, {
    close() {
      leave();
      loop.pause();
      socket.close();
    },
  });
};
