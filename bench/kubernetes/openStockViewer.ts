import { createComponents, serviceName } from '../services';
import type { OpenViewer } from './Viewer';

/** `useKubernetesObjects` of the stock plugin asks again after so long, if nobody sets another time. */
const POLL_MS = 10_000;

/**
 * What the stock plugin's tab asks its backend for: the clusters, to know how to sign in, then all
 * objects of the entity; at once and every ten seconds.
 */
export const openStockViewer: OpenViewer = page => {
  const { backendUrl, headers, service, onShown } = page;
  const name = serviceName(service);
  const [component] = createComponents(service + 1).slice(service);
  const entity = {
    ...component,
    metadata: {
      ...component.metadata,
      annotations: { 'backstage.io/kubernetes-id': name },
    },
  };
  const viewer = { bytes: 0, answers: 0 };
  let isClosed = false;
  const read = async (path: string, init: RequestInit) => {
    const response = await fetch(`${backendUrl}/api/kubernetes${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    viewer.bytes += text.length;
    viewer.answers++;
    return text;
  };
  const load = async () => {
    await read('/clusters', { headers });
    const text = await read(`/services/${name}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ auth: {}, entity }),
    });
    if (!isClosed) onShown(text);
  };
  const loadOrTell = () =>
    load().catch(error => {
      if (!isClosed) process.stdout.write(`The stock plugin: ${error}\n`);
    });
  loadOrTell();
  const timer = setInterval(loadOrTell, POLL_MS);
  return Object.assign(viewer, {
    close() {
      isClosed = true;
      clearInterval(timer);
    },
  });
};
