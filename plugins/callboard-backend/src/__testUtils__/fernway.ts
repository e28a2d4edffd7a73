import { finding } from './boardBuilder';
import type { BoardSpec } from './boardSpec';

/** A small company with one service of each kind. */
export const FERNWAY: BoardSpec = {
  revision: 7,
  sources: [
    { source: 'jenkins/main' },
    { source: 'kubernetes/prod-eu', intervalMs: 60_000 },
  ],
  services: [
    {
      name: 'checkout-api',
      title: 'Checkout API',
      owner: 'group:default/team-checkout',
      system: 'system:default/shop',
      lifecycle: 'production',
      tags: ['java', 'pci'],
      sinceMinutesAgo: 38,
      aspects: {
        pipelines: { status: 'ok' },
        kubernetes: {
          status: 'failing',
          feeds: [{ source: 'kubernetes/prod-eu' }],
          findings: [finding('below-minimum')],
        },
      },
    },
    {
      name: 'gift-cards',
      annotations: { 'jenkins.io/job-full-name': 'shop/giftcards' },
      owner: 'group:default/team-payments',
      system: 'system:default/shop',
      lifecycle: 'production',
      tags: ['go'],
      sinceMinutesAgo: 10,
      aspects: {
        pipelines: {
          status: 'unknown',
          findings: [
            finding('not-found', {
              status: 'unknown',
              impact: 'delivery',
              params: {
                annotation: 'jenkins.io/job-full-name',
                value: 'shop/giftcards',
                suggestion: 'shop/gift-cards',
              },
            }),
          ],
        },
      },
    },
    {
      name: 'search',
      owner: 'group:default/team-search',
      sinceMinutesAgo: 5,
      aspects: {
        pipelines: {
          status: 'failing',
          findings: [finding('build-failed', { impact: 'delivery' })],
        },
      },
    },
    {
      name: 'invoices_100%',
      owner: 'group:default/team-payments',
      lifecycle: 'experimental',
      sinceMinutesAgo: 500,
      aspects: { pipelines: { status: 'ok' } },
    },
    { name: 'old-docs', sinceMinutesAgo: 900 },
    { name: 'gone', deleted: true, aspects: { pipelines: { status: 'ok' } } },
  ],
};
