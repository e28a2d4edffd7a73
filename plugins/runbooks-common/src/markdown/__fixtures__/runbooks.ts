/** In the style of most public bodies: the file is named for the alert, commands stand in bullets. */
export const ALERT_STYLE = `# ShopPodRestartsOften

## Meaning

A pod of the shop was restarted more than five times within ten minutes.

<details>
<summary>Full context</summary>

The kubelet waits longer before every new attempt, up to five minutes.

</details>

## Impact

Orders may be slow, or fail while fewer pods serve.

## Diagnosis

- See which container restarts: \`kubectl -n $NAMESPACE get pod $POD\`.
- Read what it said before it ended with \`kubectl -n $NAMESPACE logs $POD -c <container> --previous\`.
- Remember that \`CrashLoopBackOff\` is a state, not a cause.
- Look at its events:

\`\`\`shell
$ kubectl -n $NAMESPACE get events --field-selector involvedObject.name=$POD
\`\`\`

## Mitigation

Talk to the developers, or go back to the version before.

See [how memory is set](./memory.md).
`;

/** With H3 steps, callouts, time boxes and expected output. */
export const STEP_STYLE = `---
title: Queue of orders grows
tags: [orders, rabbitmq]
owner: group:default/team-orders
reviewBy: 2027-05-03
matches:
  - queue-too-long
  - OrdersQueueGrows
  - { aspect: alerts, code: firing }
params:
  - name: queue
    description: The queue that grows
    default: orders
---

# Something else

Read this when orders wait.

## 📋 Before you start

- [ ] Be on the VPN
- [x] Have access to {{cluster}}

## 1. Triage

### Step 1: Look at the length (2 min)

\`\`\`sh run
rabbitmqctl list_queues -p {{namespace}} name messages
\`\`\`

\`\`\`output
orders  12
\`\`\`

### See who consumes

Takes about a minute (90 s).

\`\`\`console
$ kubectl --context {{cluster}} -n {{namespace}} get pods -l app=orders
NAME     READY
orders-1 1/1
$ kubectl -n {{namespace}} top pods
\`\`\`

## Remediation

> [!WARNING]
> Orders in flight are lost.

### Empty the queue

> [!CAUTION]
> There is no way back.

\`\`\`sh
rabbitmqctl purge_queue {{queue}}
\`\`\`

### Start more consumers

\`\`\`sh
kubectl -n {{namespace}} scale deployment/{{workload}} --replicas=6
kubectl -n {{namespace}} rollout status deployment/{{workload}}
\`\`\`

## Verification

1. The queue gets shorter: \`rabbitmqctl list_queues\`
2. **Customers can order.** Try it in the [shop](https://shop.example).

## Escalate

Call the incident lead.
`;

/** The second level of headings are the steps. */
export const HEADING_STYLE = `# Checkout out of memory

Memory ran out at least once within the last hour.

## Look at what ended the container

\`\`\`sh run
kubectl --context {{cluster}} -n {{namespace}} logs {{pod}} -c {{container}} --previous
\`\`\`

## Tell the support channel

Say which region and since when.

## Roll back to the version that served

v41 served until 13:58. The rollback takes a while (6 min).

> [!DANGER] Orders in flight are lost if the queue is not drained.
> Do not restart all pods at once.

\`\`\`sh run
kubectl --context {{cluster}} -n {{namespace}} rollout undo deployment/{{workload}}
kubectl --context {{cluster}} -n {{namespace}} rollout status deployment/{{workload}} --timeout=10m
\`\`\`

## Links

- [Dashboard](https://grafana.example/d/checkout)
`;
