const ENCODED = new Map(
  ['#', '%', '/', '?', '[', ']', '\\'].map(char => [
    char,
    `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  ]),
);

/**
 * The item name of a branch: `feature/x` becomes `feature%2Fx`, which its URL encodes once more
 * (`feature%252Fx`). Follows `jenkins.branch.NameEncoder` of the branch-api plugin.
 */
export function encodeBranchName(branch: string): string {
  switch (branch) {
    case '':
      return '%00';
    case '.':
      return '%2E';
    case '..':
      return '%2E.';
    default:
      return branch.replace(/[#%/?[\]\\]/g, char => ENCODED.get(char) ?? char);
  }
}
