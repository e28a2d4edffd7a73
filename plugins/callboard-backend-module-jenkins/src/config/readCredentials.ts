import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { UpstreamAccessOptions } from '@callboard/plugin-callboard-node';
import { z } from 'zod';

/** Header names as HTTP allows them; values without line breaks, so that none can add a header. */
const headersSchema = z.record(
  z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/),
  z.union([
    z.string().regex(/^[^\r\n\0]*$/),
    z.number().transform(value => String(value)),
  ]),
);

/**
 * How we sign in to an instance: `username` with `apiKey`, and `extraRequestHeaders`, whose
 * `Authorization` wins. Without any of them Jenkins is asked as anonymous.
 */
export function readCredentials(
  config: Config,
  key: string,
): Omit<UpstreamAccessOptions, 'baseUrl'> {
  const username = config.getOptionalString('username');
  const apiKey = config.getOptionalString('apiKey');
  if ((username === undefined) !== (apiKey === undefined)) {
    throw new InputError(
      `${key} needs username and apiKey, or neither of them to ask as anonymous`,
    );
  }
  const headers = readHeaders(config, key);
  const signsIn = username !== undefined && apiKey !== undefined;
  return {
    headers,
    ...(signsIn && !('authorization' in headers)
      ? { auth: { username, password: apiKey } }
      : {}),
    ...(apiKey ? { secrets: [apiKey] } : {}),
  };
}

function readHeaders(config: Config, key: string): Record<string, string> {
  const headers = headersSchema.safeParse(
    config.getOptional('extraRequestHeaders') ?? {},
  );
  if (!headers.success) {
    throw new InputError(
      `${key}.extraRequestHeaders must be a map of header names to values of one line`,
    );
  }
  return Object.fromEntries(
    Object.entries(headers.data).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  );
}
