/** YAML between two lines of dashes, at the very beginning. */
const FRONT_MATTER =
  /^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** What people read of a runbook: what it says about itself stands beside it. */
export function withoutFrontMatter(markdown: string): string {
  return markdown.replace(FRONT_MATTER, '');
}
