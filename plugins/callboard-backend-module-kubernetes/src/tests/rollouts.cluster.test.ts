import { ControlPlane } from '@callboard/control-plane';
import { kubernetesDetailSchema } from '@callboard/plugin-callboard-common';
import { clusterConfig } from '../__testUtils__/clusterConfig';
import { describeOnControlPlane } from '../__testUtils__/describeOnControlPlane';
import { eventually } from '../__testUtils__/eventually';
import { followByTime } from '../__testUtils__/followByTime';
import {
  deploymentPath,
  manifestOf,
  servicesCalled,
} from '../__testUtils__/manifestOf';
import { MovableTime } from '../__testUtils__/MovableTime';
import type { SourceFollower } from '../__testUtils__/SourceFollower';

const DAY_MS = 24 * 3_600_000;

describeOnControlPlane('rollouts of a real cluster', () => {
  let plane: ControlPlane;
  let time: MovableTime;
  let follower: SourceFollower;

  const verdictOf = (service: string) => {
    const verdict = follower.observation(service)?.verdict;
    if (!verdict) {
      throw new Error(`${service} was not observed`);
    }
    return verdict;
  };
  const serves = (service: string, summary: string) =>
    eventually(`${service}: ${summary}`, () => {
      const verdict = follower.observation(service)?.verdict;
      return verdict?.summary === summary && !verdict.activity && verdict;
    });
  const deploy = (
    service: string,
    options: { image: string; state?: string; more?: object },
  ) =>
    plane.admin.patch({
      path: deploymentPath(service),
      type: 'strategic',
      body: {
        spec: {
          ...options.more,
          template: {
            metadata: {
              annotations: {
                'callboard.test/pod-state': options.state ?? null,
              },
            },
            spec: {
              containers: [
                {
                  name: 'app',
                  image: `example.test/${service}:${options.image}`,
                },
              ],
            },
          },
        },
      },
    });

  beforeAll(async () => {
    plane = await ControlPlane.up();
    await plane.apply('namespace');
    await plane.applyObjects([
      manifestOf('shipped'),
      manifestOf('stuck', { replicas: 3 }),
      manifestOf('held'),
      manifestOf('resting'),
    ]);
    time = MovableTime.create();
    follower = followByTime(clusterConfig(plane), {
      time,
      services: servicesCalled('shipped', 'stuck', 'held', 'resting'),
    });
    await serves('shipped', '2 of 2 serve');
    await serves('stuck', '3 of 3 serve');
    await serves('held', '2 of 2 serve');
    await serves('resting', '2 of 2 serve');
  });

  afterAll(async () => {
    await follower?.stop();
    await plane?.down();
  });

  it('a rollout that is done is a change with its image', async () => {
    await deploy('shipped', { image: '1.1' });
    const change = await eventually('the change', () =>
      follower.changes.find(({ key }) => key === 'shop/shipped#2'),
    );
    expect(change).toMatchObject({
      kind: 'deploy',
      title: 'deploy 1.1 (shipped, revision 2)',
    });
    await serves('shipped', '2 of 2 serve');
    await eventually('only the new version runs', () => {
      const [workload] = workloadsOf(follower, 'shipped');
      return JSON.stringify(workload.versions) === '["1.1"]';
    });
  });

  it('a rollout that takes its time is an activity, and no trouble', async () => {
    await deploy('stuck', { image: '2.0', state: 'not-ready' });
    const rolling = await eventually('it rolls out', () => {
      const { activity } = verdictOf('stuck');
      return activity?.message === '1 of 3 on 2.0' && verdictOf('stuck');
    });
    expect(rolling).toMatchObject({
      status: 'ok',
      summary: '3 of 3 serve',
      activity: { kind: 'rolling-out', progress: 1 / 3 },
    });
    expect(workloadsOf(follower, 'stuck')[0].versions).toEqual(['2.0', '1.0']);
  });

  it('a rollout past its deadline fails, while the old version serves', async () => {
    await plane.admin.patch({
      path: deploymentPath('stuck'),
      body: { spec: { progressDeadlineSeconds: 1 } },
    });
    const finding = await eventually('it is past its deadline', () =>
      follower.finding('stuck', 'rollout-failed'),
    );
    expect(finding).toMatchObject({
      status: 'failing',
      message: '2.0 cannot start; 1.0 still serves 3 of 3',
      hint: 'Top reason: 1 of 4 runs, fails readiness. Roll back, or mend the new revision',
      impact: 'delivery',
      params: { workload: 'stuck', version: '2.0' },
    });
    expect(verdictOf('stuck')).not.toHaveProperty('activity');
  });

  it('a rollback is a change, and clears it', async () => {
    await deploy('stuck', { image: '1.0' });
    const change = await eventually('the change', () =>
      follower.changes.find(({ key }) => key === 'shop/stuck#3'),
    );
    expect(change.title).toMatch(/1\.0 \(stuck, revision 3\)$/);
    expect(await serves('stuck', '3 of 3 serve')).toMatchObject({
      status: 'ok',
    });
  });

  it('scaled to zero is a warning that tells how many there were', async () => {
    await plane.admin.patch({
      path: deploymentPath('resting'),
      body: { spec: { replicas: 0 } },
    });
    const finding = await eventually('it is at zero', () =>
      follower.finding('resting', 'scaled-to-zero'),
    );
    expect(finding).toMatchObject({
      status: 'warning',
      message: `Scaled to zero at ${finding.since} (was 2)`,
      params: { workload: 'resting', replicas: '2' },
    });
  });

  it('paused is no trouble at first', async () => {
    await plane.admin.patch({
      path: deploymentPath('held'),
      body: { spec: { paused: true } },
    });
    await deploy('held', { image: '3.0' });
    await eventually('the cluster says so', async () =>
      JSON.stringify(
        (
          await plane.admin.get(deploymentPath('held'))
        ).status,
      ).includes('DeploymentPaused'),
    );
    await eventually('it is known', () =>
      follower.reports.flat().includes('held'),
    );
    expect(verdictOf('held')).toMatchObject({
      status: 'ok',
      findings: [
        expect.objectContaining({ code: 'forbidden', status: 'note' }),
      ],
    });
  });

  it('paused for more than a day is a warning, by time alone', async () => {
    time.moveOn(DAY_MS + 60_000);
    const finding = await eventually('it is told', () =>
      follower.finding('held', 'rollout-paused'),
    );
    expect(finding).toMatchObject({
      status: 'warning',
      message: expect.stringMatching(/^Paused since \d{4}-\d\d-\d\dT/),
      impact: 'delivery',
    });
  });

  it('at zero for more than a week is off, by time alone', async () => {
    time.moveOn(7 * DAY_MS);
    await eventually('it rests', () => verdictOf('resting').off);
    expect(verdictOf('resting')).toMatchObject({
      status: 'ok',
      summary: 'scaled to zero',
    });
  });
});

function workloadsOf(follower: SourceFollower, service: string) {
  const { workloads } = kubernetesDetailSchema.parse(
    follower.observation(service)?.detail,
  );
  return workloads;
}
