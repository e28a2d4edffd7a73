import { plainText } from '@callboard/plugin-callboard-common';

/** Where credentials for the background go. */
export const OWN_CLUSTERS_KEY = 'callboard.kubernetes.clusters';

/** Providers of the stock plugin that take the token of whoever looks. */
const OF_EACH_VIEWER = new Set(['google', 'oidc', 'aks']);

/** Providers of the stock plugin that sign in by a cloud's own means, and a command that does too. */
const OF_A_CLOUD: ReadonlyMap<string, { name: string; command: string }> =
  new Map([
    ['aws', { name: 'AWS IAM', command: 'aws eks get-token' }],
    ['azure', { name: 'an Azure identity', command: 'kubelogin' }],
    [
      'googleServiceAccount',
      { name: 'a Google service account', command: 'gke-gcloud-auth-plugin' },
    ],
  ]);

/**
 * Why a cluster with such an auth provider cannot be watched by a server, and what to do. The name
 * of the cluster is the one that has to stand in our own config.
 */
export function notObservableBy(
  authProvider: string | undefined,
  cluster: string,
): string {
  const ours = `${OWN_CLUSTERS_KEY} for ${plainText(cluster)}`;
  if (authProvider === undefined) {
    return `Has no authProvider and no credentials: add a serviceAccountToken, or credentials in ${ours}`;
  }
  if (authProvider === 'serviceAccount') {
    return `Wants the service account of the pod that Backstage runs in, and this is no pod: add a serviceAccountToken, or credentials in ${ours}`;
  }
  const cloud = OF_A_CLOUD.get(authProvider);
  if (cloud) {
    return `Signs in with ${cloud.name} (${authProvider}), which Callboard does not: give it a service account token, or a kubeconfig whose user runs ${cloud.command}, in ${ours}`;
  }
  return OF_EACH_VIEWER.has(authProvider)
    ? `Signs in with each viewer's own token (${authProvider}), so a server cannot watch it: give it a service account token in ${ours}`
    : `Signs in with ${plainText(
        authProvider,
      )}, which only the stock plugin knows: give it a service account token in ${ours}`;
}
