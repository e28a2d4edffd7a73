import { ConfigReader } from '@backstage/config';
import {
  JenkinsServer,
  type JenkinsBuild,
  type JenkinsItem,
} from '@callboard/landscape';
import { Pool } from 'undici';
import { JenkinsProvider } from '../plugins/callboard-backend-module-jenkins/src/JenkinsProvider';
import { RecordedServer } from './RecordedServer';
import { milliseconds, quantile, report } from './report';

const FOLDERS_COUNT = 50;
const JOBS_PER_FOLDER_COUNT = 20;
const BUILDS_COUNT = 20;
const RUNS_COUNT = 40;
const WARM_UP_COUNT = 10;
const CALLS_BAR = 55;
const PARALLEL_COUNT = 4;
const AUTH = { user: 'callboard', token: 'token-of-the-bench' };
const HOUR_MS = 3_600_000;

function builds(seed: number, now: number): JenkinsBuild[] {
  return Array.from({ length: BUILDS_COUNT }, (_, index) => ({
    number: BUILDS_COUNT - index,
    startedAt: now - (index + 1) * HOUR_MS - (seed % 30) * 60_000,
    durationMs: 120_000,
    result: index === 0 && seed % 10 === 0 ? 'FAILURE' : 'SUCCESS',
    cause: { kind: 'timer' },
    commit: String(seed * 100 + index).padStart(40, 'a'),
  }));
}

function items(now: number): JenkinsItem[] {
  return Array.from({ length: FOLDERS_COUNT }, (_, folder) => ({
    kind: 'folder',
    name: `folder-${folder}`,
    items: Array.from({ length: JOBS_PER_FOLDER_COUNT }, (__, job) => ({
      kind: 'pipeline',
      name: `job-${job}`,
      builds: builds(folder * JOBS_PER_FOLDER_COUNT + job, now),
    })),
  }));
}

/** A source that knows nothing yet, and what a thousand services name in it. */
function coldSource(baseUrl: string) {
  const provider = JenkinsProvider.fromConfig(
    new ConfigReader({
      jenkins: {
        instances: [
          {
            name: 'main',
            baseUrl,
            username: AUTH.user,
            apiKey: AUTH.token,
          },
        ],
      },
    }),
  );
  const subjects = Array.from(
    { length: FOLDERS_COUNT * JOBS_PER_FOLDER_COUNT },
    (_, index) => {
      const job = `folder-${Math.floor(index / JOBS_PER_FOLDER_COUNT)}/job-${
        index % JOBS_PER_FOLDER_COUNT
      }`;
      const [subject] = provider.resolve({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: `service-${index}`,
          annotations: { 'jenkins.io/job-full-name': `main:${job}` },
        },
      }).subjects;
      return {
        ...subject,
        id: String(index),
        entityRef: `component:default/service-${index}`,
      };
    },
  );
  const [source] = provider.sources;
  const round = () =>
    source.observe({
      subjects,
      signal: new AbortController().signal,
      stored: async () => new Map(),
    });
  return { round };
}

/** The same URLs, as many at a time, and nothing but `JSON.parse`. */
async function bareDownload(origin: string, paths: readonly string[]) {
  const pool = new Pool(origin, { connections: PARALLEL_COUNT });
  const authorization = `Basic ${Buffer.from(
    `${AUTH.user}:${AUTH.token}`,
  ).toString('base64')}`;
  const queue = [...paths];
  let bytes = 0;
  await Promise.all(
    Array.from({ length: PARALLEL_COUNT }, async () => {
      for (let path = queue.shift(); path; path = queue.shift()) {
        const { body } = await pool.request({
          path,
          method: 'GET',
          headers: { authorization },
        });
        const text = await body.text();
        bytes += text.length;
        JSON.parse(text);
      }
    }),
  );
  await pool.close();
  return bytes;
}

/** A round over 1,000 jobs that nobody knows yet, against downloading and parsing the same bytes. */
export async function benchJenkins(): Promise<void> {
  const now = Date.now();
  const jenkins = await JenkinsServer.start({
    name: 'main',
    auth: AUTH,
    items: items(now),
  });
  const recorded = await RecordedServer.start(jenkins.url);
  try {
    await coldSource(recorded.url).round();
    const paths = recorded.takeCalls();
    report({
      name: 'calls of a cold round over 1,000 jobs in 50 folders',
      measured: `${paths.length} calls`,
      against: `${CALLS_BAR} calls`,
      ratio: paths.length / CALLS_BAR,
      bar: 1,
    });
    const jsonPaths = paths.filter(path => path.includes('/api/json'));
    const cold: number[] = [];
    const bare: number[] = [];
    let bytes = 0;
    for (let run = 0; run < RUNS_COUNT + WARM_UP_COUNT; run++) {
      const bareStart = performance.now();
      bytes = await bareDownload(recorded.url, jsonPaths);
      const bareMs = performance.now() - bareStart;
      const { round } = coldSource(recorded.url);
      const coldStart = performance.now();
      const { observations } = await round();
      const coldMs = performance.now() - coldStart;
      if (observations.length !== FOLDERS_COUNT * JOBS_PER_FOLDER_COUNT) {
        throw new Error(`Only ${observations.length} jobs were observed`);
      }
      // The first runs warm both up.
      if (run < WARM_UP_COUNT) continue;
      bare.push(bareMs);
      cold.push(coldMs);
    }
    report({
      name: 'cold sync of 1,000 jobs',
      measured: milliseconds(cold),
      against: `${milliseconds(bare)}: download + JSON.parse of the same ${(
        bytes / 1_000_000
      ).toFixed(1)} MB`,
      ratio: quantile(cold, 0.5) / quantile(bare, 0.5),
      bar: 2,
    });
  } finally {
    await recorded.stop();
    await jenkins.stop();
  }
}
