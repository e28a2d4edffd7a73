const ASSIGNMENTS = [
  // `make restart POD=$POD` hands on what somebody else set
  /(?:^|[\s;&|(`{])([A-Za-z_]\w*)(?:\[[^\]\n]*\])?\+?=(?!"?\$\{?\1\}?"?(?:[\s;&|)]|$))/g,
  /\b(?:for|select)\s+([A-Za-z_]\w*)(?=\s+in\b|\s*;|\s*\n\s*do\b)/g,
  /\$\{([A-Za-z_]\w*):?=/g,
  /\(\(\s*([A-Za-z_]\w*)\s*(?:\+\+|--|[-+*/%]?=(?!=))/g,
  /\bgetopts\s+\S+\s+([A-Za-z_]\w*)/g,
  /\bprintf\s+-v\s+([A-Za-z_]\w*)/g,
];

const READS =
  /\b(?:read|mapfile|readarray)((?:[ \t]+(?:-[A-Za-z]+[\d.]*|-[dnNptu][ \t]+\S+|'[^'\n]*'|"[^"\n]*"|[A-Za-z_]\w*))+)/g;
const DECLARED =
  /\b(?:local|declare|typeset|readonly|export|unset)((?:[ \t]+[^\s;&|]+)+)/g;

/** Variables that a shell text sets itself. */
export function assignedNames(text: string): ReadonlySet<string> {
  const names = ASSIGNMENTS.flatMap(pattern =>
    [...text.matchAll(pattern)].map(([, name]) => name),
  );
  for (const [, words] of text.matchAll(READS)) {
    names.push(
      ...words.split(/\s+/).filter(word => /^[A-Za-z_]\w*$/.test(word)),
    );
  }
  for (const [, words] of text.matchAll(DECLARED)) {
    names.push(
      ...words
        .split(/\s+/)
        .flatMap(word => /^([A-Za-z_]\w*)(?:=|$)/.exec(word)?.[1] ?? []),
    );
  }
  return new Set(names);
}
