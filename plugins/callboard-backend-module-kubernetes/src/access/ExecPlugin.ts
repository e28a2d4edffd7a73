import { execFile } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { plainText } from '@callboard/plugin-callboard-common';
import { UpstreamError } from '@callboard/plugin-callboard-node';
import { z } from 'zod';

const RUN_MAX_MS = 30_000;
const OUTPUT_MAX_BYTES = 1024 * 1024;

/** Credentials are replaced so long before they end. */
const REPLACED_BEFORE_MS = 60_000;

/** Whatever they say of their end, the call that they were made for is to have them. */
const GIVEN_FOR_MS = 1_000;

const SAID_LENGTH_COUNT = 160;

const pluginSchema = z.object({
  apiVersion: z.string(),
  command: z.string().min(1),
  args: z.array(z.string()).nullish(),
  env: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  installHint: z.string().nullish(),
  provideClusterInfo: z.boolean().nullish(),
});

const credentialSchema = z.object({
  status: z.object({
    token: z.string().optional(),
    clientCertificateData: z.string().optional(),
    clientKeyData: z.string().optional(),
    expirationTimestamp: z.string().optional(),
  }),
});

/** What a plugin gave. */
export type ExecCredential = z.infer<typeof credentialSchema>['status'];

/** @internal */
export interface ExecPluginOptions {
  /** `kubernetes/prod-eu` */
  readonly name: string;
  /** `exec` of a user in a kubeconfig, as it stands there. */
  readonly exec: unknown;
  /** Commands are found relative to it. */
  readonly kubeconfig: string;
  /** What the plugin is told of the cluster, where it wants to be. */
  readonly cluster: () => Promise<JsonObject>;
  /** Longest time that a call waits for it, in milliseconds. */
  readonly patienceMs: number;
  readonly now: () => number;
}

interface Held {
  readonly credential: ExecCredential;
  readonly replaceAt: number;
  readonly endsAt: number;
}

/**
 * The command of a kubeconfig that gives credentials. It runs when there are none or they end soon,
 * never twice at a time, and is killed where it does not come back: some wait for a person. What it
 * gives after the patience of whoever asked is there for the next.
 */
export class ExecPlugin {
  readonly #name: string;
  readonly #plugin: z.infer<typeof pluginSchema>;
  readonly #command: string;
  readonly #cluster: ExecPluginOptions['cluster'];
  readonly #patienceMs: number;
  readonly #now: () => number;
  #running?: Promise<ExecCredential>;
  #held?: Held;

  /** Throws an UpstreamError where the kubeconfig says nothing that can be run. */
  static create(options: ExecPluginOptions): ExecPlugin {
    const plugin = pluginSchema.safeParse(options.exec);
    if (!plugin.success) {
      throw new UpstreamError(
        `The exec plugin of ${options.name} in ${options.kubeconfig} has no command or apiVersion`,
        { reason: 'invalid' },
      );
    }
    return new ExecPlugin(options, plugin.data);
  }

  private constructor(
    options: ExecPluginOptions,
    plugin: z.infer<typeof pluginSchema>,
  ) {
    this.#name = options.name;
    this.#plugin = plugin;
    this.#cluster = options.cluster;
    this.#patienceMs = options.patienceMs;
    this.#now = options.now;
    this.#command = plugin.command.includes('/')
      ? resolve(dirname(options.kubeconfig), plugin.command)
      : plugin.command;
  }

  async credential(): Promise<ExecCredential> {
    const now = this.#now();
    const held = this.#held;
    if (held && now < held.replaceAt) {
      return held.credential;
    }
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return held && now < held.endsAt
      ? this.#meanwhile(held, this.#running)
      : this.#inTime(this.#running);
  }

  /** Runs the command again next time, because what it gave was refused. */
  forget(): void {
    this.#held = undefined;
  }

  /** What is good for a moment yet, while the plugin makes another; a failure is told at its end. */
  #meanwhile(
    { credential }: Held,
    running: Promise<ExecCredential>,
  ): ExecCredential {
    running.catch(() => {});
    return credential;
  }

  async #inTime(running: Promise<ExecCredential>): Promise<ExecCredential> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.#late()), this.#patienceMs);
    });
    try {
      return await Promise.race([running, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #run(): Promise<ExecCredential> {
    const text = await this.#output();
    const credential = parse(text);
    if (!credential) {
      throw this.#failure('gave nothing that is an ExecCredential');
    }
    const end = Date.parse(credential.expirationTimestamp ?? '');
    const endsAt = Number.isNaN(end) ? Infinity : end;
    const atLeast = this.#now() + GIVEN_FOR_MS;
    this.#held = {
      credential,
      replaceAt: Math.max(endsAt - REPLACED_BEFORE_MS, atLeast),
      endsAt: Math.max(endsAt, atLeast),
    };
    return credential;
  }

  async #output(): Promise<string> {
    const { args, env, apiVersion, provideClusterInfo } = this.#plugin;
    const info = {
      apiVersion,
      kind: 'ExecCredential',
      spec: {
        interactive: false,
        ...(provideClusterInfo && { cluster: await this.#cluster() }),
      },
    };
    return new Promise((fulfil, reject) => {
      const child = execFile(
        this.#command,
        args ?? [],
        {
          env: {
            ...process.env,
            ...Object.fromEntries((env ?? []).map(e => [e.name, e.value])),
            KUBERNETES_EXEC_INFO: JSON.stringify(info),
          },
          timeout: RUN_MAX_MS,
          killSignal: 'SIGKILL',
          maxBuffer: OUTPUT_MAX_BYTES,
        },
        (error, stdout, stderr) =>
          error ? reject(this.#runFailure(error, stderr)) : fulfil(stdout),
      );
      // A plugin that asks a person is told that there is none.
      child.stdin?.on('error', () => {}).end();
    });
  }

  #runFailure(
    error: { code?: string | number | null; killed?: boolean },
    stderr: string,
  ): UpstreamError {
    if (error.code === 'ENOENT' || error.code === 'EACCES') {
      const { installHint } = this.#plugin;
      return this.#failure(
        `cannot be run where Backstage runs (${error.code})${
          installHint ? `: ${plainText(installHint, SAID_LENGTH_COUNT)}` : ''
        }`,
      );
    }
    if (error.killed) {
      return this.#late();
    }
    const last = stderr.trim().split('\n').at(-1) ?? '';
    return this.#failure(`failed${last && `: ${withoutSecrets(last)}`}`);
  }

  #late(): UpstreamError {
    return this.#failure('does not come back');
  }

  #failure(what: string): UpstreamError {
    const command = plainText(this.#plugin.command);
    return new UpstreamError(
      `The exec plugin ${command} of ${this.#name} ${what}`,
      { reason: 'forbidden' },
    );
  }
}

function parse(text: string): ExecCredential | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const parsed = credentialSchema.safeParse(json);
    const status = parsed.data?.status;
    return status?.token || status?.clientCertificateData ? status : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing is known of somebody else's words, so whatever looks like a key is taken out. */
function withoutSecrets(text: string): string {
  return plainText(text.replace(/[\w+=-]{24,}/g, '***'), SAID_LENGTH_COUNT);
}
