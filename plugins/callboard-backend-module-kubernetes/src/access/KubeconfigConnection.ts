import {
  UpstreamError,
  type UpstreamHeaders,
} from '@callboard/plugin-callboard-node';
import type { KubeconfigAccess } from '../config/ClusterAccess';
import type { ClusterConnection } from './ClusterConnection';
import type { ConnectionOptions } from './DirectConnection';
import { headersOf, materialOf } from './requestOptions';
import { readKubeconfig, type Kubeconfig } from './Kubeconfig';
import { readSecretFile } from './readSecretFile';
import { RenewableAgent } from './RenewableAgent';

/** A plugin that gives what the cluster refuses is not run more often than that. */
const RENEWED_EVERY_MS = 10_000;

/** Less than the deadline of any call, so that a plugin that hangs is not taken for the cluster. */
const PATIENCE_SHARE = 0.6;
const PATIENCE_MAX_MS = 3_000;

/** To the cluster of a kubeconfig, as its user. The file is read again when it changes. */
export class KubeconfigConnection implements ClusterConnection {
  readonly dispatcher: RenewableAgent;
  readonly #name: string;
  readonly #access: KubeconfigAccess;
  readonly #patienceMs: number;
  readonly #now: () => number;
  #renewedAt = -Infinity;
  #loaded?: { readonly text: string; readonly kubeconfig: Kubeconfig };

  static create(
    options: ConnectionOptions<KubeconfigAccess>,
  ): KubeconfigConnection {
    return new KubeconfigConnection(options);
  }

  private constructor(options: ConnectionOptions<KubeconfigAccess>) {
    this.#name = options.name;
    this.#access = options.access;
    this.#patienceMs = Math.min(
      PATIENCE_SHARE * options.connectTimeoutMs,
      PATIENCE_MAX_MS,
    );
    this.#now = options.now;
    this.dispatcher = RenewableAgent.create(options);
  }

  /** With credentials at hand: a call has its turn by then, and a plugin may take its time. */
  async baseUrl(): Promise<string> {
    const { url, exec } = await this.#load();
    await exec?.credential();
    return url;
  }

  async authorize(): Promise<UpstreamHeaders> {
    const kubeconfig = this.#loaded?.kubeconfig ?? (await this.#load());
    const options = await this.#optionsOf(kubeconfig);
    const credential = await kubeconfig.exec?.credential();
    const token =
      credential?.token ?? (await this.#tokenOf(kubeconfig.tokenFile));
    this.dispatcher.use({
      ...materialOf(options),
      ...(credential?.clientCertificateData && {
        cert: credential.clientCertificateData,
        key: credential.clientKeyData,
      }),
    });
    return {
      ...headersOf(options),
      ...(token && { authorization: `Bearer ${token}` }),
    };
  }

  /** What the plugin gave is forgotten, once for all calls that were refused at the same time. */
  renew(): boolean {
    const exec = this.#loaded?.kubeconfig.exec;
    const now = this.#now();
    if (exec && now - this.#renewedAt >= RENEWED_EVERY_MS) {
      this.#renewedAt = now;
      exec.forget();
    }
    return exec !== undefined;
  }

  refusedHint(): string {
    const { file, context } = this.#access;
    const whose = context ? `context ${context}` : 'the current context';
    return `It expired or is wrong: see the user of ${whose} in ${file}`;
  }

  get trustHint(): string {
    return `set certificate-authority-data of the cluster in ${
      this.#access.file
    }`;
  }

  async close(): Promise<void> {
    await this.dispatcher.close();
  }

  async #load(): Promise<Kubeconfig> {
    const text = await readSecretFile(this.#access.file, {
      what: `The kubeconfig of ${this.#name}`,
      reason: 'invalid',
    });
    if (this.#loaded?.text !== text) {
      const kubeconfig = await readKubeconfig(text, {
        name: this.#name,
        access: this.#access,
        patienceMs: this.#patienceMs,
        now: this.#now,
      });
      this.#loaded = { text, kubeconfig };
    }
    return this.#loaded.kubeconfig;
  }

  /** Read before every call, as it rotates. */
  async #tokenOf(file: string | undefined): Promise<string | undefined> {
    return file === undefined
      ? undefined
      : readSecretFile(file, {
          what: `The token of ${this.#name}`,
          reason: 'forbidden',
        });
  }

  async #optionsOf(kubeconfig: Kubeconfig) {
    try {
      return await kubeconfig.options();
    } catch {
      // The reason may quote what the file holds.
      throw new UpstreamError(
        `The user of ${this.#name} cannot be read from ${this.#access.file}`,
        { reason: 'forbidden' },
      );
    }
  }
}
