import { existsSync } from 'node:fs';
import { join } from 'node:path';

const SERVICE_ACCOUNT_DIRECTORY =
  '/var/run/secrets/kubernetes.io/serviceaccount';

/** The service account of the pod that we run in. */
export interface PodEnvironment {
  /** Where the cluster's API is. */
  readonly url: string;
  readonly tokenFile: string;
  readonly caFile: string;
}

/** Undefined where we run in no pod, or in one without a service account. */
export function readPodEnvironment(options: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly directory?: string;
}): PodEnvironment | undefined {
  const { env, directory = SERVICE_ACCOUNT_DIRECTORY } = options;
  const host = env.KUBERNETES_SERVICE_HOST;
  const port = env.KUBERNETES_SERVICE_PORT ?? '443';
  const tokenFile = join(directory, 'token');
  if (!host || !existsSync(tokenFile)) {
    return undefined;
  }
  return {
    url: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    tokenFile,
    caFile: join(directory, 'ca.crt'),
  };
}
