import assert from 'node:assert/strict';
import type { StatusSourceContractOptions } from './contractOptions';
import { expectNoClaims, statusesOf } from './expectations';
import { faults } from './faults';
import { Stage } from './Stage';

const HOUR_MS = 60 * 60 * 1000;

/** A deadline that never comes: only leaving ends such a call. */
const NO_DEADLINE_MS = 10 * 60 * 1000;

/** One promise of the contract. @public */
export interface ContractCase {
  /** What it promises, in words. */
  readonly title: string;
  /** Rejects where the source does not keep it. */
  readonly run: () => Promise<void>;
}

/**
 * The contract of a source as cases that need no test framework.
 * @public
 */
export function statusSourceContract(
  options: StatusSourceContractOptions,
): readonly ContractCase[] {
  const inStage =
    (play: (stage: Stage) => Promise<void>): (() => Promise<void>) =>
    async () => {
      const stage = await Stage.set(options);
      try {
        await play(stage);
      } finally {
        await stage.strike();
      }
    };
  return [
    {
      title: 'observes every subject of a healthy system, and counts its calls',
      run: inStage(observesAll),
    },
    ...faults({ elsewhere: 'http://127.0.0.1' }).map(({ name }) => ({
      title: `says so and recovers when the system ${name}`,
      run: inStage(stage => survives(stage, name)),
    })),
    ...[HOUR_MS, -HOUR_MS].map(offsetMs => ({
      title: `sees the same when the system's clock is an hour ${
        offsetMs > 0 ? 'ahead' : 'behind'
      }`,
      run: inStage(stage => corrects(stage, offsetMs)),
    })),
    {
      title: 'leaves at once when it is told to in the middle of a call',
      run: inStage(leavesMidFlight),
    },
    {
      title: 'asks nothing when it was told to leave before it began',
      run: inStage(leavesBeforehand),
    },
    ...(options.watched ? watchCases(inStage) : []),
  ];
}

/** What only a watched source owes. */
function watchCases(
  inStage: (play: (stage: Stage) => Promise<void>) => () => Promise<void>,
): ContractCase[] {
  return [
    {
      title: 'tells of those subjects that it is asked for, and of no other',
      run: inStage(tellsOnly),
    },
    {
      title: 'asks nobody for what its watch holds',
      run: inStage(asksNobody),
    },
    {
      title: 'watches until it is told to stop, and again when it is started',
      run: inStage(stopsAndStarts),
    },
  ];
}

async function observesAll(stage: Stage) {
  const source = await stage.createSource();
  assert.equal(
    source.watch !== undefined,
    stage.isWatched,
    'the option `watched` says whether the source has a watch',
  );
  const before = source.usage();
  await stage.expectHealthy(source);
  const after = source.usage();
  assert.ok(after.calls > before.calls, 'usage().calls grows');
  assert.ok(after.bytes > before.bytes, 'usage().bytes grows');
  assert.ok(
    after.totalLatencyMs >= before.totalLatencyMs,
    'usage().totalLatencyMs does not shrink',
  );
}

async function survives(stage: Stage, faultName: string) {
  const source = await stage.createSource();
  const baseline = await stage.baseline();
  // The second time it breaks down after it was well, with connections that are open already.
  for (let time = 0; time < 2; time++) {
    const fault = await stage.breakDown(faultName);
    if (time > 0 && source.watch && fault.looksQuiet) {
      return;
    }
    await stage.observeBroken(source, fault);
    await stage.heal();
    const round = await stage.expectRecovery(source);
    assert.deepEqual(statusesOf(round), baseline, 'as before it broke down');
  }
}

async function corrects(stage: Stage, offsetMs: number) {
  const baseline = await stage.baseline();
  stage.server.shiftClock(offsetMs);
  const source = await stage.createSource();
  const round = await stage.expectHealthy(source);
  assert.deepEqual(statusesOf(round), baseline, 'as with the right clock');
}

async function leavesMidFlight(stage: Stage) {
  const source = await stage.createSource({ deadlineMs: NO_DEADLINE_MS });
  stage.server.answerWith(() => {});
  const controller = new AbortController();
  const asked = stage.server.nextRequest().then(() => controller.abort());
  const outcome = await stage.observe(source, { signal: controller.signal });
  expectNoClaims(outcome);
  await asked;
  await stage.stopWatching(source);
  await stage.heal();
  await stage.expectRecovery(source);
}

async function leavesBeforehand(stage: Stage) {
  const source = await stage.createSource();
  const outcome = await stage.observe(source, { signal: AbortSignal.abort() });
  expectNoClaims(outcome);
  await stage.stopWatching(source);
  assert.equal(stage.server.requests.length, 0, 'requests');
}

async function tellsOnly(stage: Stage) {
  const source = await stage.createSource();
  const { observations } = await stage.expectHealthy(source);
  const [first] = observations.map(({ subjectId }) => subjectId);
  for (const only of [[first], []]) {
    const { round, thrown } = await stage.observe(source, {
      only: new Set(only),
    });
    assert.ok(round, `a healthy system, but ${thrown}`);
    assert.deepEqual(
      round.observations.map(({ subjectId }) => subjectId),
      only,
      'one observation for every subject that was asked for',
    );
  }
}

async function asksNobody(stage: Stage) {
  const source = await stage.createSource();
  await stage.expectHealthy(source);
  const before = stage.server.requests.length;
  await stage.expectHealthy(source);
  await stage.expectHealthy(source);
  assert.equal(stage.server.requests.length, before, 'requests');
}

async function stopsAndStarts(stage: Stage) {
  const source = await stage.createSource();
  const baseline = statusesOf(await stage.expectHealthy(source));
  await stage.stopWatching(source);
  const round = await stage.expectRecovery(source);
  assert.deepEqual(statusesOf(round), baseline, 'as before it was stopped');
}
