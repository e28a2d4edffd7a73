import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Agent } from 'undici';
import { AdminApi } from './AdminApi';
import { FOLDER } from './folder';
import { manifestFile, type Manifest } from './manifests';

const run = promisify(execFile);
const SCRIPT = join(FOLDER, 'kubernetes');
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/** How a control plane is started. */
export interface ControlPlaneOptions {
  /** Simulated nodes; 3 by default. */
  readonly nodes?: number;
  /** The folder of the binaries; `KUBEBUILDER_ASSETS` by default. */
  readonly assets?: string;
}

/** etcd, apiserver, controller manager and scheduler as they are, kwok in the place of kubelets. */
export class ControlPlane {
  readonly #state: string;
  readonly #assets: string;
  readonly #nodes: number;
  readonly url: string;
  /** Of a service account that may do what the ClusterRole `view` allows. */
  readonly token: string;
  readonly admin: AdminApi;

  /** Whether there is something to start: the folder that `kubernetes build` filled. */
  static get isAvailable(): boolean {
    return Boolean(process.env.KUBEBUILDER_ASSETS);
  }

  /** Takes about ten seconds. Throws where the binaries are not there, or one does not start. */
  static async up(options: ControlPlaneOptions = {}): Promise<ControlPlane> {
    const { nodes = 3, assets = process.env.KUBEBUILDER_ASSETS } = options;
    if (!assets) {
      throw new Error(
        'Set KUBEBUILDER_ASSETS to the folder that `packages/control-plane/kubernetes build` filled',
      );
    }
    const state = await mkdtemp(join(tmpdir(), 'control-plane-'));
    await start(state, { assets, nodes });
    const kubeconfig = await readFile(join(state, 'kubeconfig.yaml'), 'utf8');
    const url = match(kubeconfig, /server: (\S+)/);
    return new ControlPlane({
      state,
      assets,
      nodes,
      url,
      token: await readFile(join(state, 'callboard.token'), 'utf8'),
      admin: AdminApi.create({
        url,
        token: match(kubeconfig, /token: (\S+)/),
        caFile: join(state, 'ca.crt'),
      }),
    });
  }

  private constructor(options: {
    state: string;
    assets: string;
    nodes: number;
    url: string;
    token: string;
    admin: AdminApi;
  }) {
    this.#state = options.state;
    this.#assets = options.assets;
    this.#nodes = options.nodes;
    this.url = options.url;
    this.token = options.token;
    this.admin = options.admin;
  }

  get caFile(): string {
    return join(this.#state, 'ca.crt');
  }

  /** Of the administrator. */
  get kubeconfigFile(): string {
    return join(this.#state, 'kubeconfig.yaml');
  }

  /** Runs kubectl as the administrator; resolves to what it prints. */
  async kubectl(args: readonly string[], input?: string): Promise<string> {
    const running = run(
      join(this.#assets, 'kubectl'),
      [
        `--kubeconfig=${this.kubeconfigFile}`,
        `--cache-dir=${join(this.#state, 'cache')}`,
        ...args,
      ],
      { maxBuffer: MAX_OUTPUT_BYTES, env: { ...process.env, KUBERC: 'off' } },
    );
    running.child.stdin?.end(input ?? '');
    return (await running).stdout;
  }

  /** Applies what stands in the folder `manifests`. */
  async apply(...manifests: readonly Manifest[]): Promise<void> {
    for (const manifest of manifests) {
      await this.kubectl([
        'apply',
        '--server-side',
        '-f',
        manifestFile(manifest),
      ]);
    }
  }

  /** Applies objects. */
  async applyObjects(objects: readonly unknown[]): Promise<void> {
    await this.kubectl(
      ['apply', '--server-side', '-f', '-'],
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }),
    );
  }

  /** A token of the service account `callboard`, good for a time of at least ten minutes. */
  async createToken(seconds: number): Promise<string> {
    return this.kubectl([
      'create',
      'token',
      'callboard',
      '--namespace=callboard',
      `--duration=${seconds}s`,
    ]);
  }

  /** Sends a process a signal: SIGKILL ends it, SIGSTOP makes it hold its breath. */
  async signal(
    component: 'etcd' | 'kube-apiserver',
    signal: NodeJS.Signals,
  ): Promise<void> {
    const pid = await readFile(join(this.#state, 'pid', component), 'utf8');
    process.kill(Number(pid), signal);
  }

  /** Stops everything that still runs, and starts it again with the same URL, tokens and objects. */
  async restart(options: { compact?: boolean } = {}): Promise<void> {
    if (options.compact) {
      await this.#compact();
    }
    await run(SCRIPT, ['down', this.#state]);
    await start(this.#state, { assets: this.#assets, nodes: this.#nodes });
  }

  async down(): Promise<void> {
    await this.admin.close();
    await run(SCRIPT, ['down', this.#state]);
    await rm(this.#state, { recursive: true, force: true });
  }

  /** Makes etcd forget all revisions but the newest: older resource versions are gone. */
  async #compact(): Promise<void> {
    const pki = join(this.#state, 'pki');
    const port = (
      await readFile(join(this.#state, 'port-etcd'), 'utf8')
    ).trim();
    const agent = new Agent({
      connect: {
        ca: await readFile(this.caFile, 'utf8'),
        cert: await readFile(join(pki, 'loopback.crt'), 'utf8'),
        key: await readFile(join(pki, 'loopback.key'), 'utf8'),
      },
    });
    const post = async (path: string, body: unknown) => {
      const answer = await agent.request({
        origin: `https://127.0.0.1:${port}`,
        path,
        method: 'POST',
        body: JSON.stringify(body),
      });
      const text = await answer.body.text();
      if (answer.statusCode !== 200) {
        throw new Error(`etcd refused ${path}: ${text}`);
      }
      return JSON.parse(text);
    };
    try {
      const { header } = await post('/v3/kv/range', { key: 'AA==' });
      await post('/v3/kv/compaction', {
        revision: header.revision,
        physical: true,
      });
    } finally {
      await agent.close();
    }
  }
}

async function start(
  state: string,
  options: { assets: string; nodes: number },
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const errors: string[] = [];
    const child = spawn(
      SCRIPT,
      [
        'up',
        state,
        '--assets',
        options.assets,
        '--nodes',
        String(options.nodes),
        '--stages',
        manifestFile('stages'),
      ],
      // What it leaves running must not keep a pipe of ours open.
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    child.stderr.on('data', chunk => errors.push(String(chunk)));
    child.on('error', reject);
    child.on('exit', code =>
      code === 0
        ? resolve()
        : reject(
            new Error(`The control plane did not start: ${errors.join('')}`),
          ),
    );
  });
}

function match(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (!found) {
    throw new Error(`The kubeconfig has no ${pattern}`);
  }
  return found;
}
