import { JenkinsServer } from './JenkinsServer';
import type { JenkinsServerOptions } from './JenkinsServer';
import type { JenkinsItem } from './items';

const NOW = Date.UTC(2026, 10, 24, 14, 40);
const MINUTE_MS = 60_000;
const AUTH = { user: 'callboard', token: 'secret-token' };

const items: readonly JenkinsItem[] = [
  {
    kind: 'folder',
    name: 'shop',
    items: [
      {
        kind: 'multibranch',
        name: 'checkout',
        branches: [
          {
            name: 'main',
            builds: [
              { number: 12, startedAt: NOW - MINUTE_MS },
              {
                number: 11,
                startedAt: NOW - 30 * MINUTE_MS,
                durationMs: 4 * MINUTE_MS,
                result: 'FAILURE',
                commit: 'c0ffee',
                cause: { kind: 'push', branch: 'main' },
                tests: { failed: 7, skipped: 1, total: 812 },
                stages: [
                  { name: 'Build', status: 'SUCCESS', durationMs: 60_000 },
                  {
                    name: 'Test',
                    status: 'FAILED',
                    durationMs: 180_000,
                    error: 'script returned exit code 1',
                  },
                ],
              },
              {
                number: 10,
                startedAt: NOW - 60 * MINUTE_MS,
                durationMs: 2 * MINUTE_MS,
                result: 'SUCCESS',
              },
            ],
          },
          { name: 'feature/x' },
        ],
      },
      {
        kind: 'freestyle',
        name: 'nightly import',
        queue: { since: NOW - 22 * MINUTE_MS, why: 'Waiting for linux' },
      },
      { kind: 'pipeline', name: 'secret', access: 'none' },
      { kind: 'pipeline', name: 'half-secret', access: 'discover' },
    ],
  },
  { kind: 'organization', name: 'fernway', items: [] },
  {
    kind: 'matrix',
    name: 'sdk',
    disabled: true,
    configurations: ['OS=linux'],
  },
];

describe('JenkinsServer', () => {
  const servers: JenkinsServer[] = [];

  async function start(
    options: Partial<JenkinsServerOptions> = {},
  ): Promise<JenkinsServer> {
    const server = await JenkinsServer.start({
      name: 'main',
      items,
      clock: () => NOW,
      ...options,
    });
    servers.push(server);
    return server;
  }

  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.stop()));
  });

  async function json(server: JenkinsServer, path: string): Promise<unknown> {
    const response = await fetch(`${server.url}${path}`);
    expect(response.status).toBe(200);
    return response.json();
  }

  it('exports what tree= selects and the class of every object', async () => {
    const server = await start();
    const tree =
      'name,nonsense,jobs[name,buildable,color,jobs[name,url,builds[number,result]{0,2}]]';
    expect(await json(server, `/job/shop/api/json?tree=${tree}`)).toEqual({
      _class: 'com.cloudbees.hudson.plugins.folder.Folder',
      name: 'shop',
      jobs: [
        {
          _class:
            'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject',
          name: 'checkout',
          jobs: [
            {
              _class: 'org.jenkinsci.plugins.workflow.job.WorkflowJob',
              name: 'feature%2Fx',
              url: `${server.url}/job/shop/job/checkout/job/feature%252Fx/`,
              builds: [],
            },
            {
              _class: 'org.jenkinsci.plugins.workflow.job.WorkflowJob',
              name: 'main',
              url: `${server.url}/job/shop/job/checkout/job/main/`,
              builds: [
                {
                  _class: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
                  number: 12,
                  result: null,
                },
                {
                  _class: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
                  number: 11,
                  result: 'FAILURE',
                },
              ],
            },
          ],
        },
        {
          _class: 'hudson.model.FreeStyleProject',
          name: 'nightly import',
          buildable: true,
          color: 'notbuilt',
        },
      ],
    });
  });

  it.each([
    ['{0,1}', [12]],
    ['{1}', [11]],
    ['{1,}', [11, 10]],
    ['{,2}', [12, 11]],
    ['{5,9}', []],
  ])('cuts a list to %s', async (range, numbers) => {
    const server = await start();
    const answer = await json(
      server,
      `/job/shop/job/checkout/job/main/api/json?tree=builds[number]${range}`,
    );
    expect(answer).toEqual({
      _class: 'org.jenkinsci.plugins.workflow.job.WorkflowJob',
      builds: numbers.map(number => ({
        _class: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
        number,
      })),
    });
  });

  it('shows an item in full and what it refers to in short without tree=', async () => {
    const server = await start();
    expect(
      await json(server, '/job/shop/job/checkout/job/main/api/json'),
    ).toMatchObject({
      fullName: 'shop/checkout/main',
      fullDisplayName: 'shop » checkout » main',
      color: 'red_anime',
      inQueue: false,
      queueItem: null,
      nextBuildNumber: 13,
      lastBuild: { number: 12 },
      lastCompletedBuild: { number: 11 },
      lastSuccessfulBuild: {
        _class: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
        number: 10,
        url: `${server.url}/job/shop/job/checkout/job/main/10/`,
      },
      lastUnstableBuild: null,
    });
  });

  it('tells cause, commit, tests and estimate of a build', async () => {
    const server = await start();
    const tree =
      'number,estimatedDuration,actions[causes[shortDescription],lastBuiltRevision[SHA1],failCount,totalCount]';
    expect(
      await json(
        server,
        `/job/shop/job/checkout/job/main/lastCompletedBuild/api/json?tree=${tree}`,
      ),
    ).toEqual({
      _class: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
      number: 11,
      estimatedDuration: 2 * MINUTE_MS,
      actions: [
        {
          _class: 'hudson.model.CauseAction',
          causes: [
            {
              _class: 'jenkins.branch.BranchEventCause',
              shortDescription: 'Push event to branch main',
            },
          ],
        },
        {},
        {
          _class: 'hudson.plugins.git.util.BuildData',
          lastBuiltRevision: { SHA1: 'c0ffee' },
        },
        {
          _class: 'hudson.tasks.junit.TestResultAction',
          failCount: 7,
          totalCount: 812,
        },
        {},
      ],
    });
  });

  it('finds a branch by its encoded name, once and twice encoded', async () => {
    const server = await start();
    const path = '/job/shop/job/checkout/job/';
    for (const name of ['feature%252Fx', 'feature%2Fx']) {
      expect(
        await json(server, `${path}${name}/api/json?tree=name,displayName`),
      ).toMatchObject({ name: 'feature%2Fx', displayName: 'feature/x' });
    }
  });

  it('lists what waits, in the job and in the queue', async () => {
    const server = await start();
    const waits = {
      _class: 'hudson.model.Queue$BuildableItem',
      why: 'Waiting for linux',
      inQueueSince: NOW - 22 * MINUTE_MS,
      stuck: false,
    };
    expect(
      await json(server, '/job/shop/job/nightly%20import/api/json?depth=1'),
    ).toMatchObject({ inQueue: true, queueItem: waits });
    expect(await json(server, '/queue/api/json')).toMatchObject({
      _class: 'hudson.model.Queue',
      items: [
        {
          ...waits,
          task: {
            _class: 'hudson.model.FreeStyleProject',
            name: 'nightly import',
          },
        },
      ],
    });
  });

  it('describes stages and test reports of pipelines', async () => {
    const server = await start();
    const build = '/job/shop/job/checkout/job/main/11';
    expect(await json(server, `${build}/wfapi/describe`)).toMatchObject({
      status: 'FAILED',
      durationMillis: 4 * MINUTE_MS,
      stages: [
        { name: 'Build', status: 'SUCCESS' },
        {
          name: 'Test',
          status: 'FAILED',
          error: { message: 'script returned exit code 1' },
        },
      ],
    });
    expect(
      await json(server, `${build}/testReport/api/json?tree=failCount`),
    ).toEqual({ _class: 'hudson.tasks.junit.TestResult', failCount: 7 });
    const none = await fetch(
      `${server.url}/job/shop/job/checkout/job/main/10/testReport/api/json`,
    );
    expect(none.status).toBe(404);
  });

  it('says at the top what it has and that it has crumbs', async () => {
    const server = await start();
    expect(
      await json(server, '/api/json?tree=useCrumbs,jobs[name]'),
    ).toMatchObject({
      _class: 'hudson.model.Hudson',
      useCrumbs: true,
      jobs: [
        { _class: 'jenkins.branch.OrganizationFolder', name: 'fernway' },
        { _class: 'hudson.matrix.MatrixProject', name: 'sdk' },
        { name: 'shop' },
      ],
    });
    expect(await json(server, '/crumbIssuer/api/json')).toMatchObject({
      crumbRequestField: 'Jenkins-Crumb',
    });
  });

  it.each([
    ['no such job', '/job/shop/job/none/api/json', 404],
    ['no Item/Read', '/job/shop/job/secret/api/json', 404],
    ['Item/Discover only', '/job/shop/job/half-secret/api/json', 403],
    ['a malformed tree', '/api/json?tree=jobs[name', 500],
    ['an empty name', '/api/json?tree=a,,b', 500],
    ['a broken escape', '/job/%E0%A4%A/api/json', 404],
    ['stages of a freestyle job', '/job/sdk/1/wfapi/describe', 404],
  ])('answers %s with a page', async (_, path, status) => {
    const server = await start();
    const response = await fetch(`${server.url}${path}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('x-jenkins')).toMatch(/^2\./);
  });

  it.each([
    ['the right token', 'callboard:secret-token', 200],
    ['a wrong token', 'callboard:wrong', 401],
    ['nothing', undefined, 403],
  ])('lets in or not with %s', async (_, credentials, status) => {
    const server = await start({ auth: AUTH });
    const response = await fetch(`${server.url}/api/json`, {
      headers: credentials
        ? { Authorization: `Basic ${btoa(credentials)}` }
        : {},
    });
    expect(response.status).toBe(status);
    const body = await response.text();
    expect(body).toMatch(status === 200 ? /^\{/ : /<html>/);
  });

  it('speaks below a context path and of its configured root URL', async () => {
    const server = await start({
      contextPath: '/jenkins',
      rootUrl: 'https://jenkins.fernway.example/jenkins/',
    });
    expect(server.url).toMatch(/\/jenkins$/);
    expect(await json(server, '/job/shop/api/json?tree=url')).toMatchObject({
      url: 'https://jenkins.fernway.example/jenkins/job/shop/',
    });
    const outside = await fetch(new URL('/api/json', server.url));
    expect(outside.status).toBe(404);
  });

  it('counts what it was asked, as it was asked', async () => {
    const server = await start();
    await json(server, '/job/shop/api/json?tree=name');
    await json(server, '/queue/api/json');
    expect(server.calls).toMatchObject([
      {
        kind: 'item',
        url: '/job/shop/api/json?tree=name',
        status: 200,
        at: NOW,
      },
      { kind: 'queue' },
    ]);
    expect(server.callCounts).toMatchObject({
      total: 2,
      byKind: { item: 1, queue: 1 },
    });
    server.resetCalls();
    expect(server.callCounts.total).toBe(0);
  });
});
