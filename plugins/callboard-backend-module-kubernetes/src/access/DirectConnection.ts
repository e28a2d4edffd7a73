import {
  UpstreamError,
  type UpstreamHeaders,
} from '@callboard/plugin-callboard-node';
import type { DirectAccess } from '../config/ClusterAccess';
import type { ClusterConnection } from './ClusterConnection';
import { readSecretFile } from './readSecretFile';
import { RenewableAgent, type TlsMaterial } from './RenewableAgent';
import { tokenExpiry } from './tokenExpiry';
import { toPem } from './toPem';

/** What a connection is made of. */
export interface ConnectionOptions<Access> {
  /** `kubernetes/prod-eu` */
  readonly name: string;
  readonly access: Access;
  readonly connectTimeoutMs: number;
  readonly now: () => number;
}

/** To an address in the config. Files are read before every call: they are small, and rotate. */
export class DirectConnection implements ClusterConnection {
  readonly dispatcher: RenewableAgent;
  readonly #name: string;
  readonly #access: DirectAccess;
  readonly #now: () => number;
  #token?: string;

  static create(options: ConnectionOptions<DirectAccess>): DirectConnection {
    return new DirectConnection(options);
  }

  private constructor(options: ConnectionOptions<DirectAccess>) {
    this.#name = options.name;
    this.#access = options.access;
    this.#now = options.now;
    this.dispatcher = RenewableAgent.create(options);
  }

  async baseUrl(): Promise<string> {
    return this.#access.url;
  }

  async authorize(): Promise<UpstreamHeaders> {
    if (this.#access.url.startsWith('https:')) {
      this.dispatcher.use(await this.#material());
    }
    this.#token = await this.#readToken();
    return this.#token ? { authorization: `Bearer ${this.#token}` } : {};
  }

  /** Everything is read anew before every call. */
  renew(): boolean {
    return false;
  }

  refusedHint(): string {
    const { credentials, from } = this.#access;
    const expiry = this.#token ? tokenExpiry(this.#token) : undefined;
    const why =
      expiry !== undefined && expiry <= this.#now()
        ? `The token expired at ${new Date(expiry).toISOString()}`
        : 'It expired or is wrong';
    switch (credentials.kind) {
      case 'token':
        return `${why}: put a new one into ${credentials.from}`;
      case 'token-file':
        return `${why}: see what writes ${credentials.file}`;
      case 'certificate':
        return `The client certificate expired or is not accepted: see what writes ${credentials.certFile}`;
      default:
        return `It wants credentials and we have none: add some for ${from}`;
    }
  }

  get trustHint(): string {
    return `set caData or caFile of ${this.#access.from}`;
  }

  async close(): Promise<void> {
    await this.dispatcher.close();
  }

  async #readToken(): Promise<string | undefined> {
    const { credentials } = this.#access;
    switch (credentials.kind) {
      case 'token':
        return credentials.token;
      case 'token-file':
        return readSecretFile(credentials.file, {
          what: `The token of ${this.#name}`,
          reason: 'forbidden',
        });
      default:
        return undefined;
    }
  }

  async #material(): Promise<TlsMaterial> {
    const { credentials, trust } = this.#access;
    const ca = await this.#authority();
    return {
      ...(ca && { ca }),
      ...(trust.skipTLSVerify && { rejectUnauthorized: false }),
      ...(credentials.kind === 'certificate' && {
        cert: await readSecretFile(credentials.certFile, {
          what: `The client certificate of ${this.#name}`,
          reason: 'forbidden',
        }),
        key: await readSecretFile(credentials.keyFile, {
          what: `The client key of ${this.#name}`,
          reason: 'forbidden',
        }),
      }),
    };
  }

  async #authority(): Promise<string | undefined> {
    const { trust, from } = this.#access;
    if (trust.caFile) {
      return readSecretFile(trust.caFile, {
        what: `The certificate authority of ${this.#name}`,
        reason: 'invalid',
      });
    }
    const pem = trust.caData && toPem(trust.caData);
    if (trust.caData && !pem) {
      throw new UpstreamError(
        `caData of ${from} is no certificate: put PEM there, or base64 of it`,
        { reason: 'invalid' },
      );
    }
    return pem;
  }
}
