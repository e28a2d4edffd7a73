import { validateHeaderName, validateHeaderValue } from 'node:http';
import { InputError } from '@backstage/errors';
import { Redactor } from './Redactor';

/** How a source signs in: user and password (or API token), or a bearer token. @public */
export type UpstreamAuth =
  | { readonly username: string; readonly password: string }
  | { readonly token: string };

/** Where an external system is, and what lets us in. @public */
export interface UpstreamAccessOptions {
  /** `http` or `https`; a path in front of the API is kept, user and password in it are used. */
  readonly baseUrl: string;
  /** Wins over user and password in the base URL. */
  readonly auth?: UpstreamAuth;
  /** Sent with every call. Their values are treated as secrets. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Further texts that must never be shown. */
  readonly secrets?: readonly string[];
}

/** Where a source is, what it is sent to be let in, and what must never be shown. @internal */
export interface UpstreamAccess {
  readonly baseUrl: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly hasCredentials: boolean;
  readonly redactor: Redactor;
}

/**
 * Throws an InputError for a base URL that cannot be used; the message names no part of it, because
 * it may hold a password.
 * @internal
 */
export function readUpstreamAccess(
  name: string,
  options: UpstreamAccessOptions,
): UpstreamAccess {
  if (!URL.canParse(options.baseUrl)) {
    throw new InputError(`The base URL of ${name} is no URL`);
  }
  const baseUrl = new URL(options.baseUrl);
  if (!/^https?:$/.test(baseUrl.protocol)) {
    throw new InputError(`The base URL of ${name} is neither http nor https`);
  }
  if (baseUrl.search || baseUrl.hash) {
    throw new InputError(`The base URL of ${name} has a query or a fragment`);
  }
  const auth = options.auth ?? authOfUrl(baseUrl);
  baseUrl.username = '';
  baseUrl.password = '';

  const authorization = auth && authorizationHeader(auth);
  return {
    baseUrl,
    headers: readHeaders(name, {
      ...options.headers,
      ...(authorization && { authorization }),
    }),
    hasCredentials:
      Boolean(auth) || Object.keys(options.headers ?? {}).length > 0,
    redactor: Redactor.create({
      secrets: [
        ...(options.secrets ?? []),
        ...(auth ? secretsOf(auth) : []),
        ...(authorization ? [authorization, authorization.split(' ')[1]] : []),
      ],
      headerValues: Object.values(options.headers ?? {}),
    }),
  };
}

/** In lower case, so that none is sent twice. Messages name headers, never their values. */
function readHeaders(
  name: string,
  headers: Readonly<Record<string, string>>,
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
