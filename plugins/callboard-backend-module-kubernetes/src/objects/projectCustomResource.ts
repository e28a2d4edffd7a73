import {
  plainText,
  type ConditionFacts,
  type CustomFacts,
  type ForeignFacts,
} from '@callboard/plugin-callboard-common';
import {
  customResourceName,
  type CustomResource,
} from '../config/CustomResource';
import type { HeldObject } from './HeldObject';
import {
  isRecord,
  isTrueIn,
  numberIn,
  recordIn,
  recordsIn,
  type JsonRecord,
} from './json';
import { projectConditions } from './projectConditions';
import { kindIn, projectMeta } from './projectMeta';
import type { Projection } from './Projection';
import { resourceVersionOf } from './resourceVersionOf';
import { isCanary, labelsOf } from './projectWorkload';

/** Types of conditions that rules give a meaning; of a schema that we do not know nothing else is kept. */
const CONDITIONS: ReadonlySet<string> = new Set([
  'Ready',
  'Available',
  'Stalled',
  'Reconciling',
  'Degraded',
  'Progressing',
  'Paused',
  'InvalidSpec',
]);

const MAX_MESSAGE_LENGTH_COUNT = 200;
/** Of all conditions together, so that an object stays under 2 KB. */
const MAX_MESSAGES_LENGTH_COUNT = 600;

/** Reads what a custom resource says of itself; undefined where it is no object of the API. */
export function projectCustomResource(
  resource: CustomResource,
  object: JsonRecord,
  projection: Projection,
): HeldObject<ForeignFacts> | undefined {
  const meta = projectMeta(object, projection);
  if (!meta) {
    return undefined;
  }
  const metadata = recordIn(object, 'metadata');
  const template = recordIn(recordIn(object, 'spec'), 'template');
  const kind = projection.shared(object, 'kind') ?? resource.plural;
  return {
    uid: meta.uid,
    resourceVersion: resourceVersionOf(metadata),
    facts: {
      ...meta,
      kind: 'Foreign',
      ownKind: kindIn(resource.group, kind),
      ...(isCanary(metadata, template) && { canary: true }),
      custom: customFacts(resource, object, projection),
    },
    ...labelsOf({ meta, metadata, template }, projection),
  };
}

function customFacts(
  resource: CustomResource,
  object: JsonRecord,
  projection: Projection,
): CustomFacts {
  const spec = recordIn(object, 'spec');
  const status = recordIn(object, 'status');
  const phase = projection.shared(status, 'phase');
  const message = short(projection.message(status));
  const pause = pauseOf(status, projection);
  return {
    resource: customResourceName(resource),
    ...counted('generation', recordIn(object, 'metadata').generation),
    ...counted('observedGeneration', status.observedGeneration),
    ...counted('replicas', numberIn(spec, 'replicas')),
    ...(isTrueIn(spec, 'paused') && { paused: true as const }),
    ...(isTrueIn(spec, 'suspend') && { suspended: true as const }),
    ...(phase && { phase: plainText(phase, 60) }),
    ...(message && { message }),
    ...(pause && { pause }),
    ...counted('readyReplicas', status.readyReplicas),
    ...counted('availableReplicas', status.availableReplicas),
    ...counted('updatedReplicas', status.updatedReplicas),
    conditions: shortened(
      projectConditions(status, projection, CONDITIONS).filter(isFirstOfType),
    ),
  };
}

/** Argo writes the generation as text. */
function counted<K extends string>(
  key: K,
  value: unknown,
): { [k in K]?: number } {
  const count =
    typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isFinite(count)
    ? ({ [key]: count } as { [k in K]?: number })
    : {};
}

function pauseOf(
  status: JsonRecord,
  projection: Projection,
): CustomFacts['pause'] {
  const first = recordsIn(status, 'pauseConditions').find(isRecord);
  const reason = first && projection.shared(first, 'reason');
  const since = first && projection.time(first, 'startTime');
  return reason
    ? { reason: plainText(reason, 60), ...(since !== undefined && { since }) }
    : undefined;
}

function isFirstOfType(
  { type }: ConditionFacts,
  index: number,
  all: readonly ConditionFacts[],
): boolean {
  return all.findIndex(other => other.type === type) === index;
}

function shortened(conditions: readonly ConditionFacts[]): ConditionFacts[] {
  let left = MAX_MESSAGES_LENGTH_COUNT;
  return conditions.map(({ message, reason, ...rest }) => {
    const said = left > 0 ? short(message)?.slice(0, left) : undefined;
    left -= said?.length ?? 0;
    return {
      ...rest,
      ...(reason && { reason: plainText(reason, 60) }),
      ...(said && { message: said }),
    };
  });
}

function short(message: string | undefined): string | undefined {
  return message && plainText(message, MAX_MESSAGE_LENGTH_COUNT);
}
