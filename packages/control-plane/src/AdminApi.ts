import { readFileSync } from 'node:fs';
import { Agent } from 'undici';

/** A Kubernetes object as far as callers look at it. */
export interface AnsweredObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly resourceVersion: string;
  };
  readonly [field: string]: unknown;
}

/** A change of one object. */
export interface Patch {
  /** `/apis/apps/v1/namespaces/shop/deployments/checkout`, with `/status` for that sub-resource. */
  readonly path: string;
  /** A merge patch (RFC 7386); `json` for a JSON patch, `strategic` for Kubernetes' own. */
  readonly body: unknown;
  readonly type?: 'merge' | 'json' | 'strategic';
}

const CONTENT_TYPES = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  strategic: 'application/strategic-merge-patch+json',
};

/** The apiserver as its administrator sees it: for changes at an exact moment. */
export class AdminApi {
  readonly #url: string;
  readonly #token: string;
  readonly #agent: Agent;

  static create(options: {
    readonly url: string;
    readonly token: string;
    readonly caFile: string;
  }): AdminApi {
    return new AdminApi(options);
  }

  private constructor(options: { url: string; token: string; caFile: string }) {
    this.#url = options.url;
    this.#token = options.token;
    this.#agent = new Agent({
      connect: { ca: readFileSync(options.caFile, 'utf8') },
    });
  }

  /** Throws an Error with what the apiserver says where it refuses. */
  async get(path: string): Promise<AnsweredObject> {
    return this.#request('GET', path);
  }

  async create(path: string, object: unknown): Promise<AnsweredObject> {
    return this.#request('POST', path, {
      type: 'application/json',
      body: object,
    });
  }

  /** Resolves as soon as the apiserver has acknowledged it. */
  async patch({ path, body, type = 'merge' }: Patch): Promise<AnsweredObject> {
    return this.#request('PATCH', path, { type: CONTENT_TYPES[type], body });
  }

  async delete(path: string): Promise<AnsweredObject> {
    return this.#request('DELETE', path);
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  async #request(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    content?: { type: string; body: unknown },
  ): Promise<AnsweredObject> {
    const { statusCode, body } = await this.#agent.request({
      origin: this.#url,
      path,
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        accept: 'application/json',
        'user-agent': 'callboard-control-plane',
        ...(content && { 'content-type': content.type }),
      },
      body: content && JSON.stringify(content.body),
    });
    const text = await body.text();
    if (statusCode >= 300) {
      throw new Error(`${method} ${path}: ${statusCode} ${text}`);
    }
    return JSON.parse(text);
  }
}
