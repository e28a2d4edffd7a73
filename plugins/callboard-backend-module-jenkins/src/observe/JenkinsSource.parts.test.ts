import {
  FaultServer,
  type FaultHandler,
} from '@callboard/plugin-callboard-node/testkit';
import { subjectsOf } from '../__testUtils__/observing';
import { JenkinsSource } from './JenkinsSource';

const run = {
  number: 1,
  result: 'SUCCESS',
  building: false,
  timestamp: 1,
  duration: 1,
};
const good = (name: string) => ({
  _class: 'hudson.model.FreeStyleProject',
  name,
  builds: [run],
  lastBuild: run,
});

describe('JenkinsSource, when a part fails', () => {
  let server: FaultServer;

  afterEach(() => server.close());

  async function observe(
    names: readonly string[],
    answers: Record<string, FaultHandler | object>,
  ) {
    server = await FaultServer.start({
      handler: (request, response, clock) => {
        const [path] = (request.url ?? '').split('/api/json');
        const answer = answers[path] ?? { _class: 'hudson.model.Hudson' };
        if (typeof answer === 'function') {
          return (answer as FaultHandler)(request, response, clock);
        }
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
        return undefined;
      },
    });
    const source = JenkinsSource.create({
      instance: { name: 'main', access: { baseUrl: server.url } },
      deadlineMs: 300,
    });
    const round = await source.observe({
      subjects: subjectsOf(names),
      signal: new AbortController().signal,
      stored: async () => new Map(),
    });
    return {
      ...round,
      codes: round.observations.map(
        ({ verdict }) => verdict.findings[0]?.code ?? verdict.status,
      ),
    };
  }

  it.each<[string, FaultHandler, RegExp]>([
    [
      'answers with an error',
      (_, response) => {
        response.writeHead(500).end();
      },
      /\(500\)/,
    ],
    ['never answers', () => {}, /within 0\.3 s/],
    [
      'answers with another JSON',
      (_, response) => {
        response.setHeader('content-type', 'application/json');
        response.end('[1]');
      },
      /not what we expect/,
    ],
  ])(
    'a folder that %s is missed, the others are not',
    async (_, handler, message) => {
      const { codes, missed } = await observe(['bad/a', 'fine/b'], {
        '/job/bad': handler,
        '/job/fine': { _class: 'Folder', jobs: [good('b')] },
      });
      expect(codes).toEqual(['ok']);
      expect(missed).toEqual([
        {
          shard: 'bad',
          reason: 'unreachable',
          message: expect.stringMatching(message),
        },
      ]);
    },
  );

  it('a job that cannot be read loses none of the others', async () => {
    const { codes, missed } = await observe(['f/bad', 'f/odd', 'f/good'], {
      '/job/f': {
        _class: 'Folder',
        jobs: [
          null,
          'text',
          { name: 7 },
          { ...good('bad'), name: { toString: 1 } },
          {
            ...good('odd'),
            buildable: 'yes',
            queueItem: 3,
            builds: [{ number: 'x' }, null, run],
            lastBuild: {
              ...run,
              actions: [null, { causes: 4 }, { causes: [{}] }],
            },
          },
          good('good'),
        ],
      },
      '/job/f/job/bad': (_: unknown, response: Parameters<FaultHandler>[1]) =>
        response.writeHead(404).end(),
    });
    expect(missed).toEqual([]);
    expect(codes).toEqual(['not-found', 'ok', 'ok']);
  });

  it('a job that Jenkins tells nonsense of is unknown, and says so', async () => {
    const { codes } = await observe(['f/bad', 'f/good'], {
      '/job/f': {
        _class: 'Folder',
        jobs: [
          { name: 'bad', jobs: [{ name: 1 }], builds: 5, _class: 3 },
          good('good'),
        ],
      },
    });
    expect(codes).toEqual(['no-data', 'ok']);
  });

  it('classes nobody knows are told by their shape', async () => {
    const { observations } = await observe(['f/folder', 'f/job'], {
      '/job/f': {
        _class: 'com.example.Strange',
        jobs: [
          { _class: 'com.example.Odd', name: 'folder', jobs: [{ name: 'x' }] },
          { ...good('job'), _class: 'com.example.OddJob' },
        ],
      },
      '/job/f/job/folder': { _class: 'com.example.Odd', jobs: [] },
    });
    expect(observations.map(({ detail }) => detail.kind)).toEqual([
      'folder',
      'job',
    ]);
  });
});
