import { dirname, resolve } from 'node:path';
import type { RequestOptions } from 'node:https';
import { plainText } from '@callboard/plugin-callboard-common';
import { UpstreamError, toHttpUrl } from '@callboard/plugin-callboard-node';
import type { Cluster, KubeConfig, User } from '@kubernetes/client-node';
import type { KubeconfigAccess } from '../config/ClusterAccess';
import { execCluster } from './execCluster';
import { ExecPlugin } from './ExecPlugin';
import { userExtras } from './userExtras';

/** What a kubeconfig says of one context. */
export interface Kubeconfig {
  readonly url: string;
  /** Certificates, and headers that the file itself holds. */
  readonly options: () => Promise<RequestOptions>;
  readonly exec?: ExecPlugin;
  /** A file with a token that others rotate; wins over a token in the kubeconfig. */
  readonly tokenFile?: string;
}

/** @internal */
export interface ReadKubeconfigOptions {
  /** `kubernetes/prod-eu` */
  readonly name: string;
  readonly access: KubeconfigAccess;
  /** How long an exec plugin is waited for. */
  readonly patienceMs: number;
  readonly now: () => number;
}

/** Reads a kubeconfig. Messages never repeat its text, which is full of secrets. */
export async function readKubeconfig(
  text: string,
  options: ReadKubeconfigOptions,
): Promise<Kubeconfig> {
  const { name, access } = options;
  // An ES module, and a large one: only who has a kubeconfig pays for it.
  const { KubeConfig: Reader } = await import('@kubernetes/client-node');
  const all = new Reader();
  try {
    all.loadFromString(text);
  } catch {
    throw invalid(access, 'is no kubeconfig');
  }
  all.makePathsAbsolute(dirname(access.file));
  const { cluster, user } = chosen(all, access);
  const one = new Reader();
  one.loadFromClusterAndUser(
    // Else no request is made to http addresses, of which there is one in front of every proxy.
    cluster.server.startsWith('http:')
      ? { ...cluster, skipTLSVerify: true }
      : cluster,
    { ...user, exec: undefined },
  );
  const exec: unknown = user.exec;
  const { tokenFile, impersonation } = userExtras(text, user.name);
  if (impersonation.length > 0) {
    throw invalid(
      access,
      `wants to act with ${impersonation.join(
        ', ',
      )}, which Callboard cannot: grant its user what it needs`,
    );
  }
  return {
    url: urlOf(cluster, access),
    options: async () => {
      const requestOptions: RequestOptions = {};
      await one.applyToHTTPSOptions(requestOptions);
      return requestOptions;
    },
    ...(tokenFile && { tokenFile: resolve(dirname(access.file), tokenFile) }),
    ...(exec
      ? {
          exec: ExecPlugin.create({
            ...options,
            exec,
            kubeconfig: access.file,
            cluster: async () => execCluster(cluster, { text, name }),
          }),
        }
      : {}),
  };
}

function chosen(
  all: KubeConfig,
  access: KubeconfigAccess,
): { cluster: Cluster; user: User } {
  const wanted = access.context ?? all.getCurrentContext();
  const context = wanted ? all.getContextObject(wanted) : null;
  if (!context) {
    const there = all.getContexts().map(({ name }) => plainText(name));
    throw invalid(
      access,
      `has no context ${plainText(wanted ?? '') || '(no current one)'}; there ${
        there.length > 0 ? `are ${there.slice(0, 10).join(', ')}` : 'is none'
      }`,
    );
  }
  const cluster = all.getCluster(context.cluster);
  if (!cluster) {
    throw invalid(access, `has no cluster ${plainText(context.cluster)}`);
  }
  if (cluster.proxyUrl) {
    throw invalid(access, 'wants a proxy-url, which Callboard cannot use');
  }
  return { cluster, user: all.getUser(context.user) ?? { name: 'nobody' } };
}

function urlOf(cluster: Cluster, access: KubeconfigAccess): string {
  const url = toHttpUrl(cluster.server);
  if (!url) {
    throw invalid(
      access,
      'has a server that is no http or https address without credentials',
    );
  }
  return url.replace(/\/+$/, '');
}

function invalid(access: KubeconfigAccess, what: string): UpstreamError {
  return new UpstreamError(`${access.file} ${what} (${access.from})`, {
    reason: 'invalid',
  });
}
