import { InputError } from '@backstage/errors';

/** Longest path that is asked for; longer ones are hostile, and servers refuse them anyway. */
const MAX_PATH_LENGTH_COUNT = 4_000;

/** How often a segment is decoded in search of something hidden; proxies decode once or twice. */
const MAX_DECODINGS_COUNT = 5;

/**
 * Whether a name can stand as one segment of a path below a base URL, without a way to leave it:
 * neither empty nor a dot segment, no backslash and no control character, also when it is decoded
 * once more than it should be. Slashes are allowed: they are encoded.
 * @public
 */
export function isSafeSegment(segment: string): boolean {
  if (segment === '' || segment.length > MAX_PATH_LENGTH_COUNT) {
    return false;
  }
  let text = segment;
  for (let i = 0; i < MAX_DECODINGS_COUNT; i++) {
    if (!isPlain(text)) {
      return false;
    }
    const decoded = decode(text);
    if (decoded === text) {
      return true;
    }
    text = decoded;
  }
  return false;
}

/**
 * The URL of something below a base URL. Segments are names as people write them; each is encoded,
 * and none can leave the base URL's path: `https://ci.example/jenkins` and `['job', 'a b']` give
 * `https://ci.example/jenkins/job/a%20b`. Throws an InputError for segments that are no names.
 * @public
 */
export function joinPath(
  baseUrl: string | URL,
  segments: readonly string[],
): URL {
  const base = new URL(baseUrl);
  const prefix = base.pathname.replace(/\/+$/, '');
  const unsafe = segments.find(segment => !isSafeSegment(segment));
  if (unsafe !== undefined) {
    throw new InputError(
      `${JSON.stringify(unsafe.slice(0, 80))} is no name that can be asked for`,
    );
  }
  const path = segments.map(segment => `/${encodeURIComponent(segment)}`);
  const url = new URL(base.origin);
  url.pathname = `${prefix}${path.join('')}` || '/';
  if (url.pathname.length > MAX_PATH_LENGTH_COUNT) {
    throw new InputError('The name is too long to be asked for');
  }
  return url;
}

function isPlain(text: string): boolean {
  return (
    !/[\p{Cc}\p{Surrogate}\\]/u.test(text) &&
    // Some servers take `..;x` for `..`.
    !text.split('/').some(part => /^\.{0,2}(;|$)/.test(part))
  );
}

function decode(text: string): string {
  // Byte by byte, because one bad escape must not hide the good ones beside it.
  return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}
