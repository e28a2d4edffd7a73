import { toDashboard } from './Dashboard';
import { dashboardLinks } from './dashboardLinks';

const URL_OF = 'https://dash.example/base/';
const deployment = { kind: 'Deployment', namespace: 'shop', name: 'web' };

describe('dashboardLinks', () => {
  it.each([
    ['standard', deployment, `${URL_OF}#/deployment/shop/web?namespace=shop`],
    ['rancher', deployment, `${URL_OF}explorer/apps.deployment/shop/web`],
    ['openshift', deployment, `${URL_OF}k8s/ns/shop/deployments/web`],
    [
      'headlamp',
      deployment,
      `${URL_OF}?to=%2Fc%2Feu%2Fdeployments%2Fshop%2Fweb`,
    ],
    [
      'gke',
      deployment,
      'https://console.cloud.google.com/kubernetes/deployment/europe-west1/eu/shop/web/overview?project=acme',
    ],
    [
      'aks',
      deployment,
      'https://portal.azure.com/#resource/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/eu/workloads',
    ],
    ['some-other', deployment, URL_OF],
    ['standard', { kind: 'Node', name: 'n1' }, `${URL_OF}#/node/n1`],
    ['rancher', { kind: 'Node', name: 'n1' }, `${URL_OF}explorer/node/n1`],
    [
      'openshift',
      { kind: 'Node', name: 'n1' },
      `${URL_OF}k8s/cluster/nodes/n1`,
    ],
    [
      'headlamp',
      { kind: 'Node', name: 'n1' },
      `${URL_OF}?to=%2Fc%2Feu%2Fnodes%2Fn1`,
    ],
    [
      'rancher',
      { kind: 'CronJob', namespace: 'shop', name: 'a/b' },
      `${URL_OF}explorer/batch.cronjob/shop/a%2Fb`,
    ],
    [
      'openshift',
      { kind: 'Rollout', namespace: 'shop', name: 'web' },
      `${URL_OF}k8s/cluster/projects/shop`,
    ],
  ])('leads %s to %j', (app, object, url) => {
    const dashboard = toDashboard({
      url: URL_OF,
      app,
      parameters: {
        clusterName: 'eu',
        projectId: 'acme',
        region: 'europe-west1',
        subscriptionId: 's',
        resourceGroup: 'g',
      },
    });
    expect(dashboardLinks(dashboard, object)).toEqual([
      { title: expect.any(String), url },
    ]);
  });

  it.each([
    ['none is configured', undefined],
    ['its address is hostile', toDashboard({ url: 'data:text/html,hostile' })],
    ['its address holds a password', toDashboard({ url: 'https://a:b@c.d' })],
    ['it lacks its parameters', toDashboard({ url: URL_OF, app: 'gke' })],
  ])('is empty where %s', (_, dashboard) => {
    expect(dashboardLinks(dashboard, deployment)).toEqual([]);
  });
});
