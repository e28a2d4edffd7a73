import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { LandscapeRunbook } from './LandscapeRunbook';

const FOLDER = path.join(
  path.dirname(require.resolve('../../package.json')),
  'runbooks',
);

// File, where it belongs, state, author, findings beside its front matter, who went through it and how it ended
// ("dry": nothing was wrong). A plus behind the state: there are older versions of it. General ones helped most, so that
// for a service without its own they come before those of other services.
const TABLE = `
KubePodCrashLooping | group:team-platform | published | ines.costa | crash-loop restarting | mira.okafor fixed, jonas.weber fixed, eva.novak workaround, priya.nair fixed
KubePodNotReady | group:team-platform | published | ines.costa | not-ready | priya.nair workaround
KubeDeploymentReplicasMismatch | group:team-platform | published | ines.costa | below-minimum replicas-missing | mira.okafor fixed, priya.nair fixed, jonas.weber workaround, eva.novak fixed
KubeDeploymentRolloutStuck | group:team-platform | published | ines.costa | | eva.novak fixed, mira.okafor fixed
KubeStatefulSetUpdateNotRolledOut | group:team-platform | published | ines.costa | | eva.novak dry
KubeHpaMaxedOut | group:team-platform | published | ines.costa | | priya.nair fixed
KubeJobFailed | group:team-platform | published | ines.costa | | mira.okafor workaround
KubeNodeNotReady | group:team-platform | published | ines.costa | | jonas.weber escalated
KubePersistentVolumeFillingUp | group:team-platform | published | ines.costa | | eva.novak dry
cron-missed | group:team-platform | published | ines.costa | | mira.okafor fixed
image-pull | group:team-platform | published+ | ines.costa | | priya.nair fixed
config-error | group:team-platform | published | ines.costa | | priya.nair dry
unschedulable | group:team-platform | published | ines.costa | | jonas.weber dry
stuck-terminating | group:team-platform | published | ines.costa | | eva.novak fixed
hpa-blind | group:team-platform | published | ines.costa | | mira.okafor dry
volume-pending | group:team-platform | published | ines.costa | | eva.novak dry
scaled-to-zero | group:team-platform | published | ines.costa | | mira.okafor false-alarm
node-pressure | group:team-platform | published | ines.costa | | jonas.weber dry
drain-a-node | domain:foundations | published | ines.costa | | jonas.weber dry
daemon-missing | component:edge-router | published | ines.costa | | mira.okafor dry
build-failed | system:delivery-platform | published | ines.costa | | mira.okafor fixed, priya.nair fixed
tests-unstable | system:delivery-platform | published | ines.costa | | jonas.weber workaround
queue-stuck | component:build-agents | published | ines.costa | | priya.nair fixed
waits-for-person | system:delivery-platform | draft | ines.costa | |
build-overdue | system:delivery-platform | published | ines.costa | | jonas.weber no-help, priya.nair no-help
nightly-missed | system:assortment | published | lena.fuchs | | mira.okafor fixed
builds-aborted | system:delivery-platform | published | ines.costa | | mira.okafor dry
job-not-found | group:team-platform | published | ines.costa | | jonas.weber dry
storefront-web-out-of-memory | component:storefront-web | published+ | priya.nair | | mira.okafor fixed, jonas.weber workaround, mira.okafor fixed
storefront-web-build | component:storefront-web | published | priya.nair | | jonas.weber fixed
checkout-api-out-of-memory | component:checkout-api | published+ | jonas.weber | | mira.okafor fixed
checkout-does-not-take-orders | system:checkout | published | jonas.weber | | mira.okafor dry
payment-provider-down | domain:money | published | eva.novak | | mira.okafor dry
payment-ledger-quorum | component:payment-ledger | published | eva.novak | | jonas.weber dry
search-api-at-its-maximum | component:search-api | published | tom.reyes | | mira.okafor workaround
search-indexer-volume | component:search-indexer | published | tom.reyes | | eva.novak fixed
invoice-renderer-rollout | component:invoice-renderer | published | eva.novak | | priya.nair fixed
suggest-service-crash-loop | component:suggest-service | published | tom.reyes | | priya.nair fixed
certificate-renewer-failed | component:certificate-renewer | published | ines.costa | | jonas.weber dry
order-api-migration | component:order-api | published | mira.okafor | |
parcel-tracking-off | component:parcel-tracking | published | mira.okafor | | jonas.weber fixed
session-store-failover | component:session-store | draft | ines.costa | |
gift-cards-redeem-twice | component:gift-cards | draft | eva.novak | |
picking-planner-no-node | component:picking-planner | draft | mira.okafor | |
`;

const runSchema = z
  .string()
  .regex(/^\S+ \S+$/)
  .transform(text => text.split(' '))
  .pipe(
    z.tuple([
      z.string(),
      z.enum([
        'fixed',
        'workaround',
        'no-help',
        'escalated',
        'false-alarm',
        'dry',
      ]),
    ]),
  )
  .transform(([by, outcome]) => ({
    by,
    ...(outcome !== 'dry' && { outcome }),
  }));

const rowSchema = z
  .tuple([
    z.string(),
    z.string().regex(/^(component|system|domain|group):[a-z-]+$/),
    z.enum(['draft', 'published', 'published+']),
    z.string(),
    z.string(),
    z.string(),
  ])
  .transform(([name, entity, state, author, codes, runs]): LandscapeRunbook => {
    const file = `${name}.md`;
    const markdown = readFileSync(path.join(FOLDER, file), 'utf8');
    return {
      file,
      title: titleOf(markdown),
      markdown,
      entityRef: entity.replace(':', ':default/'),
      state: state === 'draft' ? 'draft' : 'published',
      author,
      codes: words(codes, ' '),
      runs: words(runs, ',').map(run => runSchema.parse(run)),
      hasHistory: state === 'published+',
    };
  });

/** The runbooks of the company, the general ones first. */
export function readLibrary(): readonly LandscapeRunbook[] {
  return TABLE.trim()
    .split('\n')
    .map(line => rowSchema.parse(line.split('|').map(cell => cell.trim())));
}

/** Of the front matter, or the first heading. */
function titleOf(markdown: string): string {
  const [, yaml] = /^---\n([\s\S]*?)\n---\n/.exec(markdown) ?? [];
  const { title } = z
    .object({ title: z.string().optional() })
    .parse(yaml === undefined ? {} : parse(yaml));
  const [, heading] = /^# (.+)$/m.exec(markdown) ?? [];
  return z.string().parse(title ?? heading);
}

function words(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map(word => word.trim())
    .filter(Boolean);
}
