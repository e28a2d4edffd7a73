import { PipelineFacts, PipelineResult, PipelineRun } from './facts';

/** The clock of the pipeline tests. */
export const NOW = Date.parse('2026-11-24T14:00:00Z');
export const MIN = 60_000;
export const HOUR = 60 * MIN;
export const DAY = 24 * HOUR;

/** An address that must never become a link. */
export const SCRIPT_URL = ['javascript', 'alert(1)'].join(':');

const RESULTS: Readonly<Record<string, PipelineResult | undefined>> = {
  S: 'success',
  U: 'unstable',
  F: 'failure',
  A: 'aborted',
  N: 'not-built',
  R: undefined,
};

/**
 * Runs written newest first: S success, U unstable, F failure, A aborted, N not built, R running.
 * They end an hour apart, the newest an hour ago, and take 12 minutes.
 */
export function runs(
  letters: string,
  options: { newest?: number; agoMs?: number } = {},
): PipelineRun[] {
  const { newest = 812, agoMs = HOUR } = options;
  return [...letters].map((letter, index) => {
    const result = RESULTS[letter];
    const endedAt = NOW - agoMs - index * HOUR;
    return {
      number: newest - index,
      url: `https://ci.example/job/shop/${newest - index}/`,
      ...(result
        ? { result, startedAt: endedAt - 12 * MIN, durationMs: 12 * MIN }
        : { startedAt: NOW - 5 * MIN, estimatedMs: 12 * MIN }),
    };
  });
}

export function facts(overrides: Partial<PipelineFacts> = {}): PipelineFacts {
  return {
    source: 'jenkins/main',
    job: 'shop/checkout/main',
    label: 'main',
    url: 'https://ci.example/job/shop/',
    disabled: false,
    runs: runs('SSS'),
    ...overrides,
  };
}
