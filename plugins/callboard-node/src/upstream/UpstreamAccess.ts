import { validateHeaderName, validateHeaderValue } from 'node:http';
import { InputError } from '@backstage/errors';
import { UpstreamError } from '../UpstreamError';
import { Redactor } from './Redactor';
import { untilAborted } from './untilAborted';

/**
 * How many sets of headers that rotated are still kept from being shown: a call that began with old
 * ones may fail later.
 */
const REMEMBERED_COUNT = 8;

/** How a source signs in: user and password (or API token), or a bearer token. @public */
export type UpstreamAuth =
  | { readonly username: string; readonly password: string }
  | { readonly token: string };

/** Headers by name. @public */
export type UpstreamHeaders = Readonly<Record<string, string>>;

/** Where an external system is, and what lets us in. @public */
export interface UpstreamAccessOptions {
  /** `http` or `https`; a path in front of the API is kept, user and password in it are used. */
  readonly baseUrl: string;
  /** Wins over user and password in the base URL. */
  readonly auth?: UpstreamAuth;
  /** Sent with every call. Their values are treated as secrets. */
  readonly headers?: UpstreamHeaders;
  /**
   * Gives further headers before every call, for tokens that rotate. Their values are treated as
   * secrets. Has to be cheap while nothing changed; what it throws is shown to people only where it is
   * an {@link UpstreamError}.
   */
  readonly authorize?: (signal: AbortSignal) => Promise<UpstreamHeaders>;
  /** Further texts that must never be shown. */
  readonly secrets?: readonly string[];
}

/** Where a source is, what it is sent to be let in, and what must never be shown. @internal */
export class UpstreamAccess {
  readonly baseUrl: URL;
  readonly hasCredentials: boolean;
  readonly #name: string;
  readonly #headers: UpstreamHeaders;
  readonly #authorize: UpstreamAccessOptions['authorize'];
  readonly #secrets: readonly string[];
  readonly #headerValues: readonly string[];
  #rotated: readonly (readonly string[])[] = [];
  #redactor: Redactor;

  /**
   * Throws an InputError for a base URL that cannot be used; the message names no part of it, because
   * it may hold a password.
   */
  static create(name: string, options: UpstreamAccessOptions): UpstreamAccess {
    return new UpstreamAccess(name, options);
  }

  private constructor(name: string, options: UpstreamAccessOptions) {
    const baseUrl = readBaseUrl(name, options.baseUrl);
    const auth = options.auth ?? authOfUrl(baseUrl);
    baseUrl.username = '';
    baseUrl.password = '';

    const authorization = auth && authorizationHeader(auth);
    this.#name = name;
    this.baseUrl = baseUrl;
    this.#headers = readHeaders(name, {
      ...options.headers,
      ...(authorization && { authorization }),
    });
    this.#authorize = options.authorize;
    this.hasCredentials =
      Boolean(auth ?? options.authorize) ||
      Object.keys(options.headers ?? {}).length > 0;
    this.#secrets = [
      ...(options.secrets ?? []),
      ...(auth ? secretsOf(auth) : []),
      ...(authorization ? secretsOfHeader(authorization) : []),
    ];
    this.#headerValues = Object.values(options.headers ?? {});
    this.#redactor = this.#createRedactor();
  }

  /** Takes out everything that was ever sent lately. */
  get redactor(): Redactor {
    return this.#redactor;
  }

  /** What the next call is sent. */
  async headers(signal: AbortSignal): Promise<UpstreamHeaders> {
    if (!this.#authorize) {
      return this.#headers;
    }
    const rotating = readHeaders(
      this.#name,
      await this.#ask(this.#authorize, signal),
    );
    this.#remember(Object.values(rotating));
    return { ...this.#headers, ...rotating };
  }

  async #ask(
    authorize: NonNullable<UpstreamAccessOptions['authorize']>,
    signal: AbortSignal,
  ): Promise<UpstreamHeaders> {
    try {
      return await untilAborted(signal, authorize(signal));
    } catch (error) {
      if (signal.aborted || error instanceof UpstreamError) {
        throw error;
      }
      throw new UpstreamError(`There are no credentials for ${this.#name}`, {
        reason: 'forbidden',
        cause: this.#redactor.error(error),
      });
    }
  }

  #remember(values: readonly string[]): void {
    const isKnown = this.#rotated.some(
      known => known.join('\n') === values.join('\n'),
    );
    if (!isKnown) {
      this.#rotated = [values, ...this.#rotated].slice(0, REMEMBERED_COUNT);
      this.#redactor = this.#createRedactor();
    }
  }

  #createRedactor(): Redactor {
    return Redactor.create({
      secrets: this.#secrets,
      headerValues: [
        ...this.#headerValues,
        ...this.#rotated.flat().flatMap(secretsOfHeader),
      ],
    });
  }
}

function readBaseUrl(name: string, text: string): URL {
  if (!URL.canParse(text)) {
    throw new InputError(`The base URL of ${name} is no URL`);
  }
  const baseUrl = new URL(text);
  if (!/^https?:$/.test(baseUrl.protocol)) {
    throw new InputError(`The base URL of ${name} is neither http nor https`);
  }
  if (baseUrl.search || baseUrl.hash) {
    throw new InputError(`The base URL of ${name} has a query or a fragment`);
  }
  return baseUrl;
}

/** In lower case, so that none is sent twice. Messages name headers, never their values. */
function readHeaders(
  name: string,
  headers: UpstreamHeaders,
): Record<string, string> {
  const entries = Object.entries(headers).map(([header, value]) => {
    try {
      validateHeaderName(header);
      validateHeaderValue(header, value);
    } catch {
      throw new InputError(
        `The header ${JSON.stringify(header)} of ${name} cannot be sent`,
      );
    }
    return [header.toLowerCase(), value];
  });
  return Object.fromEntries(entries);
}

function authOfUrl(url: URL): UpstreamAuth | undefined {
  return url.username || url.password
    ? { username: decode(url.username), password: decode(url.password) }
    : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function authorizationHeader(auth: UpstreamAuth): string {
  if ('token' in auth) {
    return `Bearer ${auth.token}`;
  }
  const pair = Buffer.from(`${auth.username}:${auth.password}`);
  return `Basic ${pair.toString('base64')}`;
}

function secretsOf(auth: UpstreamAuth): string[] {
  return ['token' in auth ? auth.token : auth.password];
}

/** The value, and what follows the name of a scheme: `Bearer …`. */
function secretsOfHeader(value: string): string[] {
  return [value, value.slice(value.indexOf(' ') + 1)];
}
