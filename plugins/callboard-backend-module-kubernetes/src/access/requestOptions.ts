import type { RequestOptions } from 'node:https';
import type { UpstreamHeaders } from '@callboard/plugin-callboard-node';
import type { TlsMaterial } from './RenewableAgent';

/** Certificates as client-node gives them. */
export function materialOf(options: RequestOptions): TlsMaterial {
  const { ca, cert, key, rejectUnauthorized, servername } = options;
  return {
    ...(ca && { ca: String(ca) }),
    ...(cert && { cert: String(cert) }),
    ...(key && { key: String(key) }),
    ...(rejectUnauthorized === false && { rejectUnauthorized }),
    ...(servername && { servername }),
  };
}

/** Headers as client-node gives them, with user and password where there are some. */
export function headersOf(options: RequestOptions): UpstreamHeaders {
  const headers = Object.entries(options.headers ?? {}).flatMap(
    ([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value.trim()]] : [],
  );
  return {
    ...(options.auth && {
      authorization: `Basic ${Buffer.from(options.auth).toString('base64')}`,
    }),
    ...Object.fromEntries(headers),
  };
}
