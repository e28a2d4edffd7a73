import type { ControlPlane } from '@callboard/control-plane';
import { z } from 'zod';

const NAMESPACE = 'accounts';
const TOKEN_SECONDS = 3_600;

const tokenSchema = z.object({ status: z.object({ token: z.string() }) });

/** What an account may do, in one namespace or in all. */
export interface Grant {
  /** A ClusterRole that is there; a new one is made of `rules` where they are given. */
  readonly role: string;
  readonly rules?: ReadonlyArray<{
    readonly apiGroups: readonly string[];
    readonly resources: readonly string[];
    readonly verbs: readonly string[];
  }>;
  readonly namespace?: string;
}

/** Makes a service account that may do so much, and resolves to a token of it. */
export async function serviceAccount(
  plane: ControlPlane,
  name: string,
  ...grants: readonly Grant[]
): Promise<string> {
  const subject = { kind: 'ServiceAccount', name, namespace: NAMESPACE };
  await plane.applyObjects([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace: NAMESPACE },
    },
    ...grants.flatMap(({ role, rules, namespace }) => [
      ...(rules
        ? [
            {
              apiVersion: 'rbac.authorization.k8s.io/v1',
              kind: 'ClusterRole',
              metadata: { name: role },
              rules,
            },
          ]
        : []),
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: namespace ? 'RoleBinding' : 'ClusterRoleBinding',
        metadata: {
          name: `${name}-${role}`,
          ...(namespace && { namespace }),
        },
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          name: role,
        },
        subjects: [subject],
      },
    ]),
  ]);
  return tokenOf(plane, name);
}

/** Deletes the account, which ends its tokens, and makes it again; resolves to a new token. */
export async function renewAccount(
  plane: ControlPlane,
  name: string,
): Promise<string> {
  const path = `/api/v1/namespaces/${NAMESPACE}/serviceaccounts`;
  await plane.admin.delete(`${path}/${name}`);
  await plane.admin.create(path, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name },
  });
  return tokenOf(plane, name);
}

async function tokenOf(plane: ControlPlane, name: string): Promise<string> {
  const answer = await plane.admin.create(
    `/api/v1/namespaces/${NAMESPACE}/serviceaccounts/${name}/token`,
    {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: TOKEN_SECONDS },
    },
  );
  return tokenSchema.parse(answer).status.token;
}
