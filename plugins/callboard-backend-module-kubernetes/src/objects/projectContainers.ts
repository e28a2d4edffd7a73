import type {
  ContainerFacts,
  ContainerStateFacts,
  ImageFacts,
} from '@callboard/plugin-callboard-common';
import {
  countIn,
  isRecord,
  isTrueIn,
  numberIn,
  recordIn,
  recordsIn,
  type JsonRecord,
} from './json';
import type { Projection } from './Projection';
import { quantityIn } from './quantity';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const NOTHING: JsonRecord = {};
const STATES = ['running', 'waiting', 'terminated'] as const;

/** Containers of a pod template, init containers left out. */
export function projectImages(
  template: JsonRecord,
  projection: Projection,
): readonly ImageFacts[] {
  return recordsIn(recordIn(template, 'spec'), 'containers').map(container => ({
    container: projection.shared(container, 'name') ?? '',
    image: projection.shared(container, 'image') ?? '',
  }));
}

/** Containers of a pod: what is wanted of each, and how it is. */
export function projectContainers(
  pod: JsonRecord,
  projection: Projection,
): readonly ContainerFacts[] {
  const spec = recordIn(pod, 'spec');
  const status = recordIn(pod, 'status');
  const containers: ContainerFacts[] = [];
  const add = (
    specs: readonly JsonRecord[],
    statuses: string,
    init: boolean,
  ) => {
    const found = recordsIn(status, statuses);
    for (const wanted of specs) {
      const is = found.find(({ name }) => name === wanted.name) ?? NOTHING;
      containers.push(containerOf({ wanted, is, init }, projection));
    }
  };
  add(recordsIn(spec, 'initContainers'), 'initContainerStatuses', true);
  add(recordsIn(spec, 'containers'), 'containerStatuses', false);
  return containers;
}

function containerOf(
  { wanted, is, init }: { wanted: JsonRecord; is: JsonRecord; init: boolean },
  projection: Projection,
): ContainerFacts {
  const container: Mutable<ContainerFacts> = {
    name: projection.shared(wanted, 'name') ?? '',
    image: projection.shared(wanted, 'image') ?? '',
    role: roleOf(wanted, init),
    ready: isTrueIn(is, 'ready'),
    restarts: countIn(is, 'restartCount'),
  };
  const current = stateOf(recordIn(is, 'state'), projection);
  const last = stateOf(recordIn(is, 'lastState'), projection);
  const memoryLimitBytes = quantityIn(
    recordIn(recordIn(wanted, 'resources'), 'limits'),
    'memory',
  );
  if (current) container.current = current;
  if (last) container.last = last;
  if (memoryLimitBytes !== undefined) {
    container.memoryLimitBytes = memoryLimitBytes;
  }
  return container;
}

function roleOf(wanted: JsonRecord, init: boolean): ContainerFacts['role'] {
  if (!init) {
    return 'app';
  }
  return wanted.restartPolicy === 'Always' ? 'sidecar' : 'init';
}

function stateOf(
  states: JsonRecord,
  projection: Projection,
): ContainerStateFacts | undefined {
  const state = STATES.find(name => isRecord(states[name]));
  if (!state) {
    return undefined;
  }
  const record = recordIn(states, state);
  const facts: Mutable<ContainerStateFacts> = { state };
  const reason = projection.shared(record, 'reason');
  const message = projection.message(record);
  const exitCode = numberIn(record, 'exitCode');
  const startedAt = projection.time(record, 'startedAt');
  const finishedAt = projection.time(record, 'finishedAt');
  if (reason) facts.reason = reason;
  if (message) facts.message = message;
  if (exitCode !== undefined) facts.exitCode = exitCode;
  if (startedAt !== undefined) facts.startedAt = startedAt;
  if (finishedAt !== undefined) facts.finishedAt = finishedAt;
  return facts;
}
