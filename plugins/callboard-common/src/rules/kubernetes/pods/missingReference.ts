import { plainText } from '../../plainText';

const KINDS: Readonly<Record<string, string>> = {
  secret: 'Secret',
  configmap: 'ConfigMap',
};

/** What the kubelet misses: `secret "db-pass" not found` is `Secret db-pass is missing`. */
export function missingReference(message?: string): string | undefined {
  if (!message) {
    return undefined;
  }
  const missing = /\b(secret|configmap) "([^"]{1,253})" not found/i.exec(
    message,
  );
  if (missing) {
    return `${KINDS[missing[1].toLowerCase()]} ${plainText(
      missing[2],
    )} is missing`;
  }
  const key =
    /couldn't find key (\S{1,253}) in (Secret|ConfigMap) (?:\S{1,63}\/)?(\S{1,253})/.exec(
      message,
    );
  return key
    ? `Key ${plainText(key[1])} is missing in ${key[2]} ${plainText(key[3])}`
    : plainText(message, 160);
}
