import type { Naming } from './workloadCast';

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const CLUSTER = 'backstage.io/kubernetes-cluster';

/** What the catalog says of a service's workloads, rightly or wrongly. */
export function clusterAnnotations(options: {
  name: string;
  namespace: string;
  naming: Naming;
}): Readonly<Record<string, string>> {
  const { name, namespace, naming } = options;
  switch (naming) {
    case 'not-at-all':
      return {};
    case 'selector':
      return { [SELECTOR]: `app.kubernetes.io/name=${name}` };
    case 'id-and-namespace':
      return { [ID]: name, [NAMESPACE]: namespace };
    case 'one-cluster':
      return { [ID]: name, [CLUSTER]: 'prod-eu' };
    case 'malformed-selector':
      return { [SELECTOR]: `app in (${name}` };
    case 'unknown-cluster':
      return { [ID]: name, [CLUSTER]: 'prod-us' };
    case 'matches-nothing':
      return { [SELECTOR]: `app=${name.replace(/-/g, '')}` };
    case 'misspelt-id':
      return { [ID]: name.replace('-', '_') };
    default:
      return { [ID]: name };
  }
}
