import type { JsonObject } from '@backstage/types';
import type { Cluster } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSecretFile } from './readSecretFile';

/** The extension of a cluster that is meant for plugins. */
const FOR_PLUGINS = 'client.authentication.k8s.io/exec';

const clustersSchema = z.object({
  clusters: z.array(
    z.object({
      name: z.string(),
      cluster: z.object({
        extensions: z
          .array(z.object({ name: z.string(), extension: z.unknown() }))
          .nullish(),
      }),
    }),
  ),
});

/** The cluster as an exec plugin is told of it, where its user has `provideClusterInfo`. */
export async function execCluster(
  cluster: Cluster,
  options: {
    /** The text of the kubeconfig. */
    readonly text: string;
    /** `kubernetes/prod-eu` */
    readonly name: string;
  },
): Promise<JsonObject> {
  const { server, tlsServerName, skipTLSVerify, caFile } = cluster;
  const { text, name } = options;
  const pem =
    caFile &&
    (await readSecretFile(caFile, {
      what: `The certificate authority of ${name}`,
      reason: 'invalid',
    }));
  const caData = pem ? Buffer.from(pem).toString('base64') : cluster.caData;
  const config = configOf(text, cluster.name);
  return {
    server,
    ...(tlsServerName && { 'tls-server-name': tlsServerName }),
    ...(skipTLSVerify && { 'insecure-skip-tls-verify': true }),
    ...(caData && { 'certificate-authority-data': caData }),
    ...(config !== undefined && { config }),
  };
}

function configOf(text: string, name: string): JsonObject['config'] {
  const { data } = clustersSchema.safeParse(parse(text));
  const extensions =
    data?.clusters.find(cluster => cluster.name === name)?.cluster.extensions ??
    [];
  const found = extensions.find(extension => extension.name === FOR_PLUGINS);
  const parsed = z.json().safeParse(found?.extension);
  return parsed.success ? parsed.data : undefined;
}
