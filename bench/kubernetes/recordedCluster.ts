// An apiserver's answers from memory: the first answer to each URL is the apiserver's own. Watches are
// opened and tell nothing. Arguments: JSON of RecordedClusterOptions. Tells its parent its URL.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';

export interface RecordedClusterOptions {
  readonly url: string;
  readonly caFile: string;
  readonly token: string;
}

const options: RecordedClusterOptions = JSON.parse(process.argv[2]);
const upstream = new Agent({
  connect: { ca: readFileSync(options.caFile, 'utf8') },
});
const answers = new Map<string, Buffer>();
const lists = new Set<string>();

async function record(path: string): Promise<Buffer> {
  const answer = await upstream.request({
    origin: options.url,
    path,
    method: 'GET',
    headers: {
      authorization: `Bearer ${options.token}`,
      accept: 'application/json',
      // To what looks like a browser or curl, answers are printed for people.
      'user-agent': 'callboard-bench',
    },
  });
  if (answer.statusCode !== 200) {
    throw new Error(`${path}: ${answer.statusCode}`);
  }
  const body = Buffer.from(await answer.body.arrayBuffer());
  answers.set(path, body);
  return body;
}

const server = http.createServer(async (request, response) => {
  const path = request.url ?? '/';
  response.setHeader('content-type', 'application/json');
  if (path === '/recorded') {
    response.end(JSON.stringify([...lists]));
    return;
  }
  if (path.includes('watch=true')) {
    response.flushHeaders();
    return;
  }
  if (!['/version', '/readyz'].includes(path)) lists.add(path);
  const body = answers.get(path) ?? (await record(path));
  response.setHeader('content-length', body.length);
  response.end(body);
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ told: { url: `http://127.0.0.1:${port}` } });
});
process.on('disconnect', () => process.exit());
