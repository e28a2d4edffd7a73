import type {
  ObjectFacts,
  OwnerFacts,
} from '@callboard/plugin-callboard-common';
import { isTrueIn, recordIn, recordsIn, textIn, type JsonRecord } from './json';
import { isOurs } from './isFoundByLabels';
import type { Projection } from './Projection';

const GROUPS: ReadonlySet<string> = new Set(['apps', 'batch']);

/** What every object has; undefined where it is no object of the API. */
export function projectMeta(
  object: JsonRecord,
  projection: Projection,
): ObjectFacts | undefined {
  const metadata = recordIn(object, 'metadata');
  const uid = textIn(metadata, 'uid');
  const name = textIn(metadata, 'name');
  const createdAt = projection.time(metadata, 'creationTimestamp');
  if (!uid || !name || createdAt === undefined) {
    return undefined;
  }
  const namespace = projection.shared(metadata, 'namespace') ?? '';
  const owner = ownerOf(metadata, projection);
  return owner
    ? { uid, namespace, name, createdAt, owner }
    : { uid, namespace, name, createdAt };
}

function ownerOf(
  metadata: JsonRecord,
  projection: Projection,
): OwnerFacts | undefined {
  const reference = recordsIn(metadata, 'ownerReferences').find(owner =>
    isTrueIn(owner, 'controller'),
  );
  if (!reference) {
    return undefined;
  }
  const kind = ownKind(reference, projection);
  const name = projection.shared(reference, 'name');
  const uid = projection.shared(reference, 'uid');
  return kind && name && uid ? { kind, name, uid } : undefined;
}

/** Others have kinds of the same name: Volcano's Job is `Job.batch.volcano.sh`. */
export function kindIn(group: string, kind: string): string {
  return isOurs(kind) && !GROUPS.has(group) ? `${kind}.${group}` : kind;
}

function ownKind(
  reference: JsonRecord,
  projection: Projection,
): string | undefined {
  const kind = projection.shared(reference, 'kind');
  const [group, version] = (textIn(reference, 'apiVersion') ?? '').split('/');
  return kind && version !== undefined ? kindIn(group, kind) : kind;
}
