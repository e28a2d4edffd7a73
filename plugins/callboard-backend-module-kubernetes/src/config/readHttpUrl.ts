import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** An address in the config, without a slash at the end. Messages name the key, never the value. */
export function readHttpUrl(
  config: Config,
  options: { readonly key: string; readonly path: string },
): string {
  const path = `${options.path}.${options.key}`;
  const text = config.getString(options.key);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new InputError(
      `${path} must be an absolute http or https URL, like https://kubernetes.example.com:6443`,
    );
  }
  if (url.username || url.password) {
    throw new InputError(
      `${path} must not hold credentials; put a token into serviceAccountToken`,
    );
  }
  if (url.search || url.hash) {
    throw new InputError(`${path} must end with its path, without ? and #`);
  }
  return url.href.replace(/\/+$/, '');
}
