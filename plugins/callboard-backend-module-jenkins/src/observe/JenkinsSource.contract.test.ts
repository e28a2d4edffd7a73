import { JenkinsServer } from '@callboard/landscape';
import {
  runStatusSourceContract,
  type FaultHandler,
} from '@callboard/plugin-callboard-node/testkit';
import { folder, job, subjectsOf } from '../__testUtils__/observing';
import { JenkinsSource } from './JenkinsSource';

const USER = 'bot';
const TOKEN = 'token-of-the-contract';
const HEADER = 'header-of-the-contract';

/** The clock of the server that the kit shows to the source. */
let clockNow = () => Date.now();

const jobWith = (name: string, result: 'SUCCESS' | 'FAILURE') =>
  job(name, [], {
    get builds() {
      return [
        {
          number: 2,
          // By the hour, so that every look sees the same.
          startedAt: Math.floor(clockNow() / 3_600_000) * 3_600_000 - 7_200_000,
          durationMs: 60_000,
          result,
        },
      ];
    },
  });

describe('JenkinsSource', () => {
  let jenkins: JenkinsServer;

  beforeAll(async () => {
    jenkins = await JenkinsServer.start({
      name: 'main',
      auth: { user: USER, token: TOKEN },
      clock: () => clockNow(),
      items: [
        folder('shop', [jobWith('checkout', 'SUCCESS')]),
        {
          kind: 'multibranch',
          name: 'search',
          branches: [{ name: 'main', builds: jobWith('x', 'FAILURE').builds }],
        },
      ],
    });
  });

  afterAll(() => jenkins.stop());

  /** The make-believe Jenkins behind the kit's server. */
  const healthy: FaultHandler = async (request, response, clock) => {
    clockNow = () => clock.now();
    const answer = await fetch(`${jenkins.url}${request.url}`, {
      headers: {
        authorization: request.headers.authorization ?? '',
        'accept-encoding': 'identity',
      },
      redirect: 'manual',
    });
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? '',
      date: answer.headers.get('date') ?? '',
    });
    response.end(await answer.text());
  };

  runStatusSourceContract({
    name: 'Jenkins',
    subjects: subjectsOf(['shop/checkout', 'search']),
    healthy,
    deadlineMs: 1_000,
    secrets: [
      TOKEN,
      HEADER,
      Buffer.from(`${USER}:${TOKEN}`).toString('base64'),
    ],
    createSource: ({ baseUrl, deadlineMs, now }) =>
      JenkinsSource.create({
        instance: {
          name: 'main',
          access: {
            baseUrl,
            auth: { username: USER, password: TOKEN },
            headers: { 'x-proxy-key': HEADER },
          },
        },
        deadlineMs,
        now,
      }),
  });
});
