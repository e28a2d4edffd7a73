import type { ClusterAccess } from '../config/ClusterAccess';
import type { ClusterConnection } from './ClusterConnection';
import { DirectConnection, type ConnectionOptions } from './DirectConnection';
import { KubeconfigConnection } from './KubeconfigConnection';

/** The way to a cluster as config describes it; nothing is read or called yet. */
export function connect(
  options: ConnectionOptions<ClusterAccess>,
): ClusterConnection {
  const { access, ...others } = options;
  return access.kind === 'kubeconfig'
    ? KubeconfigConnection.create({ ...others, access })
    : DirectConnection.create({ ...others, access });
}
