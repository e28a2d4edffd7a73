import type { KubernetesObject } from '../../../kubernetes';
import { timestamp } from '../naming';
import type { EventState } from '../states';
import { managed } from './managedFields';
import { metadata } from './metadata';

const FIELDS = {
  count: 0,
  firstTimestamp: '',
  involvedObject: '',
  lastTimestamp: '',
  message: '',
  reason: '',
  reportingComponent: '',
  source: { component: '' },
  type: '',
};

/** An Event (v1) as the API shows it. */
export function eventObject(state: EventState): KubernetesObject {
  const { involved, type, reason, message, component, lastAt } = state;
  return {
    resource: 'events',
    namespace: state.namespace,
    name: state.name,
    labels: {},
    fields: {
      type,
      reason,
      'involvedObject.kind': involved.kind,
      'involvedObject.namespace': involved.namespace,
      'involvedObject.name': involved.name,
      'involvedObject.uid': involved.uid,
    },
    body: resourceVersion => ({
      metadata: metadata({
        state,
        resourceVersion,
        withGeneration: false,
        managedFields: [
          {
            ...managed({
              manager: component,
              apiVersion: 'v1',
              at: lastAt,
              fields: {},
            }),
            fieldsV1: Object.fromEntries(
              Object.keys(FIELDS).map(name => [`f:${name}`, {}]),
            ),
          },
        ],
      }),
      involvedObject: {
        kind: involved.kind,
        ...(involved.namespace ? { namespace: involved.namespace } : {}),
        name: involved.name,
        uid: involved.uid,
        apiVersion: involved.apiVersion,
        resourceVersion: involved.resourceVersion,
      },
      reason,
      message,
      source: { component },
      firstTimestamp: timestamp(state.firstAt),
      lastTimestamp: timestamp(lastAt),
      count: state.count,
      type,
      eventTime: null,
      reportingComponent: component,
      reportingInstance: '',
    }),
  };
}
