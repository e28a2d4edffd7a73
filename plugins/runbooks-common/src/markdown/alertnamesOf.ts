import type { FrontMatter } from './ParsedRunbook';

const NAME = '[A-Za-z][A-Za-z0-9]{2,120}';
const TITLE = new RegExp(`^${NAME}$`);
const MENTIONS = [
  new RegExp(`\\balertname\\s*(?:=~?|:)\\s*["'\`]?(${NAME})\\b`, 'g'),
  new RegExp(`\\b[Aa]lerts?\\s+[\`"](${NAME})[\`"]`, 'g'),
  new RegExp(`[\`"](${NAME})[\`"]\\s+(?:alert|fires|is firing)\\b`, 'g'),
];

/** Alerts that a runbook is about: by its matchers, by its title, and where its text calls a name an alert. */
export function alertnamesOf(
  source: string,
  options: {
    /** In the front matter and as a heading. */
    readonly titles: readonly (string | undefined)[];
    readonly matches: FrontMatter['matches'];
  },
): readonly string[] {
  const { titles, matches = [] } = options;
  const said = MENTIONS.flatMap(mention =>
    [...source.matchAll(mention)].map(([, name]) => name),
  );
  return [
    ...new Set([
      ...matches.flatMap(matcher => matcher.alertname ?? []),
      ...titles.flatMap(title =>
        title && TITLE.test(title) && isCamelCase(title) ? [title] : [],
      ),
      ...said.filter(isCamelCase),
    ]),
  ];
}

function isCamelCase(name: string): boolean {
  return /[a-z0-9][A-Z]/.test(name);
}
