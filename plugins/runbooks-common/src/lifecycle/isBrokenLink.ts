/** What links inside the portal can lead to. @public */
export interface LinkTargets {
  /** Ids of runbooks, archived ones included; absent where nobody knows. */
  readonly runbookIds?: ReadonlySet<string>;
  /** Names of files that stand for runbooks: `KubePodCrashLooping.md`. */
  readonly fileNames?: ReadonlySet<string>;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const OUTSIDE = /^(?:https?|mailto|tel|xmpp|ircs?):/i;
const PAGES = new Set(['new', 'coverage', 'runs']);

/**
 * Whether a link leads nowhere for certain. What is outside of runbooks is not judged: nothing is
 * fetched to find out.
 */
export function isBrokenLink(
  url: string,
  targets: LinkTargets & { readonly anchors?: readonly string[] },
): boolean {
  const address = decoded(url.trim());
  if (OUTSIDE.test(address) || address.startsWith('//')) {
    return false;
  }
  if (address.startsWith('#')) {
    const anchor = address.slice(1).toLowerCase();
    return (
      anchor !== '' &&
      targets.anchors !== undefined &&
      !targets.anchors.includes(anchor)
    );
  }
  if (SCHEME.test(address)) {
    return true;
  }
  const [path] = address.split(/[?#]/, 1);
  if (path.startsWith('/')) {
    const id = /^\/runbooks\/([^/]+)\/?$/.exec(path)?.[1];
    return id !== undefined && !PAGES.has(id) && isUnknown(id, targets);
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !(targets.fileNames?.has(name) ?? false);
}

function isUnknown(id: string, { runbookIds }: LinkTargets): boolean {
  return runbookIds !== undefined && !runbookIds.has(id);
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
