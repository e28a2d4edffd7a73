import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { verdictSchema } from '@callboard/plugin-callboard-common';
import type { Round, Subject } from '../StatusSource';
import { UpstreamError } from '../UpstreamError';
import type { Outcome } from './attempt';
import type { Fault, FaultReason } from './faults';

/** A sentence for people is not a dump. */
const MAX_MESSAGE_LENGTH_COUNT = 500;

/** How far in the future a time may be: clocks of one machine agree, answers are rounded. */
const FUTURE_TOLERANCE_MS = 60_000;

/** Every subject was observed, one time, or its shard was missed; every verdict is a proper one. @internal */
export function expectComplete(round: Round, subjects: readonly Subject[]) {
  const missed = new Set((round.missed ?? []).map(({ shard }) => shard));
  const expected = subjects
    .filter(({ shard }) => shard === undefined || !missed.has(shard))
    .map(({ id }) => id);
  assert.deepEqual(
    round.observations.map(({ subjectId }) => subjectId).sort(),
    expected.sort(),
    'one observation for every subject, except those of missed shards',
  );
  for (const { verdict, subjectId } of round.observations) {
    const parsed = verdictSchema.safeParse(verdict);
    assert.ok(parsed.success, `the verdict of ${subjectId}: ${parsed.error}`);
  }
}

/** Nothing was seen, so nothing is claimed; and the reason fits the fault. @internal */
export function expectHonest(
  outcome: Outcome,
  options: {
    fault: Fault;
    subjects: readonly Subject[];
    alsoAccept: readonly FaultReason[];
  },
) {
  const { fault, subjects, alsoAccept } = options;
  const accepted: readonly string[] = [...fault.reasons, ...alsoAccept];
  if (outcome.thrown) {
    const error = expectUpstreamError(outcome.thrown);
    expectReason(error.reason, accepted);
    if (fault.retryAfterMs !== undefined) {
      assert.equal(error.retryAfterMs, fault.retryAfterMs, 'retryAfterMs');
    }
    return;
  }
  const { round } = outcome;
  assert.equal(
    fault.retryAfterMs,
    undefined,
    'the wait that the system asked for can only arrive in a thrown UpstreamError',
  );
  expectComplete(round, subjects);
  for (const { reason } of round.missed ?? []) {
    expectReason(reason, accepted);
  }
  for (const { subjectId, verdict } of round.observations) {
    assert.equal(
      verdict.status,
      'unknown',
      `${subjectId} was not observed, so it is unknown and not ${verdict.status}`,
    );
    const codes = verdict.findings.map(({ code }) => code);
    assert.ok(
      codes.some(code => accepted.includes(code)),
      `${subjectId} has a finding ${accepted.join(' or ')}, not ${codes}`,
    );
  }
}

/** What a caller sees after leaving: anything but a claim. @internal */
export function expectNoClaims(outcome: Outcome) {
  for (const { subjectId, verdict } of outcome.round?.observations ?? []) {
    assert.equal(
      verdict.status,
      'unknown',
      `${subjectId} was not observed, so it is unknown and not ${verdict.status}`,
    );
  }
}

/** The round of a healthy system: everything observed, nothing unknown, something ok. @internal */
export function expectHealthy(
  outcome: Outcome,
  options: { subjects: readonly Subject[]; now: number },
): asserts outcome is { round: Round } {
  assert.ok(outcome.round, `a healthy system, but ${outcome.thrown}`);
  const { round } = outcome;
  assert.deepEqual(round.missed ?? [], [], 'missed shards');
  expectComplete(round, options.subjects);
  const statuses = round.observations.map(({ verdict }) => verdict.status);
  assert.ok(
    !statuses.includes('unknown') && statuses.includes('ok'),
    `some ok and none unknown, not ${statuses}`,
  );
  expectNoFuture(round, options.now);
}

/** No secret in anything that an outcome could show. @internal */
export function expectNoSecrets(outcome: Outcome, secrets: readonly string[]) {
  const shown = outcome.thrown
    ? [
        inspect(outcome.thrown, { depth: 10, showHidden: true }),
        String(outcome.thrown.stack),
        JSON.stringify(outcome.thrown),
      ]
    : [JSON.stringify(outcome.round)];
  for (const secret of secrets.filter(Boolean)) {
    // Without the text itself: the message of this very failure gets printed.
    assert.ok(
      !shown.some(text => text.includes(secret)),
      `a secret of ${secret.length} characters shows up`,
    );
  }
}

/** The statuses by subject, to compare rounds. @internal */
export function statusesOf(round: Round): Record<string, string> {
  return Object.fromEntries(
    round.observations.map(({ subjectId, verdict }) => [
      subjectId,
      `${verdict.status} ${verdict.findings.map(({ code }) => code).sort()}`,
    ]),
  );
}

function expectUpstreamError(error: Error): UpstreamError {
  // By name: the source may have been built with another copy of this package.
  assert.equal(error.name, 'UpstreamError', `threw ${inspect(error)}`);
  const upstreamError = error as UpstreamError;
  assert.ok(
    upstreamError.message.length > 0 &&
      upstreamError.message.length <= MAX_MESSAGE_LENGTH_COUNT &&
      !upstreamError.message.includes('\n'),
    `its message is one sentence, not ${inspect(upstreamError.message)}`,
  );
  return upstreamError;
}

function expectReason(reason: string, accepted: readonly string[]) {
  assert.ok(
    accepted.includes(reason),
    `the reason is ${accepted.join(' or ')}, not ${reason}`,
  );
}

function expectNoFuture(round: Round, now: number) {
  for (const { subjectId, verdict } of round.observations) {
    const times = [
      verdict.since,
      verdict.activity?.since,
      ...verdict.findings.map(({ since }) => since),
    ];
    for (const time of times) {
      assert.ok(
        time === undefined || Date.parse(time) <= now + FUTURE_TOLERANCE_MS,
        `${subjectId} begins in the future, at ${time}`,
      );
    }
  }
}
