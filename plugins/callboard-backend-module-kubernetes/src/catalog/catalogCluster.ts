import type { Entity } from '@backstage/catalog-model';
import { plainText } from '@callboard/plugin-callboard-common';
import { notObservableBy, OWN_CLUSTERS_KEY } from '../config/authProviders';
import { clusterOf } from '../config/clusterOf';
import type { ConfiguredCluster } from '../config/ConfiguredCluster';
import { toDashboard } from '../config/Dashboard';
import { isClusterName } from '../config/readName';
import {
  API_SERVER_ANNOTATION,
  AUTH_PROVIDER_ANNOTATION,
  DASHBOARD_APP_ANNOTATION,
  DASHBOARD_PARAMETERS_ANNOTATION,
  DASHBOARD_URL_ANNOTATION,
} from './clusterAnnotations';

/**
 * A cluster that only the catalog names. Whoever may register an entity decides what stands there, so
 * it is never asked: an address of the catalog gets no connection, and least of all a token. It shows
 * as a source that says what the operator has to add. Undefined where it is no cluster.
 */
export function catalogCluster(entity: Entity): ConfiguredCluster | undefined {
  const { name, title, annotations = {} } = entity.metadata;
  if (!annotations[API_SERVER_ANNOTATION] || !isClusterName(name)) {
    return undefined;
  }
  const dashboard = toDashboard({
    url: annotations[DASHBOARD_URL_ANNOTATION],
    app: annotations[DASHBOARD_APP_ANNOTATION],
    parameters: parametersOf(annotations[DASHBOARD_PARAMETERS_ANNOTATION]),
  });
  const provider = annotations[AUTH_PROVIDER_ANNOTATION];
  return {
    cluster: clusterOf({
      name,
      ...(title && { title: plainText(title) }),
      dashboard,
    }),
    access: {
      kind: 'none',
      notObservable: isOfServer(provider)
        ? `Only the catalog names it, and what stands there gets no token: add ${name} with its url and a service account token to ${OWN_CLUSTERS_KEY}`
        : notObservableBy(provider, name),
    },
  };
}

/** Providers for which there is nothing to say but that the config has to name the cluster. */
function isOfServer(provider: string | undefined): boolean {
  return (
    provider === undefined ||
    provider === 'serviceAccount' ||
    provider === 'localKubectlProxy'
  );
}

function parametersOf(text: string | undefined): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
