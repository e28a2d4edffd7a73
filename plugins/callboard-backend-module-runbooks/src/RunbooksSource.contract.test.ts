import { runStatusSourceContract } from '@callboard/plugin-callboard-node/testkit';
import { runbook, subject } from './__testUtils__/runbooks';
import { RunbooksSource } from './RunbooksSource';

const TOKEN = 'token-of-the-plugin';

runStatusSourceContract({
  name: 'Runbooks',
  subjects: [subject('checkout'), subject('cart')],
  secrets: [TOKEN],
  healthy: (_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ items: [runbook()], total: 1 }));
  },
  // that nothing is there means that the plugin is not installed
  alsoAccept: { 'answers 404': ['unreachable'] },
  createSource: ({ baseUrl, deadlineMs, now }) =>
    RunbooksSource.create({
      baseUrl,
      deadlineMs,
      now,
      authorize: async () => ({ Authorization: `Bearer ${TOKEN}` }),
      domains: async () => new Map(),
    }),
});
