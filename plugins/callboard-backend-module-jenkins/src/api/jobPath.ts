/** The segments of a job's address below the base URL: `['job', 'shop', 'job', 'checkout']`. */
export function jobSegments(path: readonly string[]): readonly string[] {
  return path.flatMap(name => ['job', name]);
}

/** The full name of a job, as people know it: `shop/checkout`. */
export function fullName(path: readonly string[]): string {
  return path.join('/');
}

/**
 * What people call a job that Jenkins named after a branch: branch-api writes `feature/x` as
 * `feature%2Fx`. Names that are no such code stay as they are.
 */
export function branchOf(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
