/** What stands in the place of a secret, or its beginning where the secret is shorter. @public */
export const MASK = '••••••';

const NAMES =
  'pass(?:word|wd|phrase|code)?|pwd|secrets?|token|api[_-]?key|access[_-]?key(?:[_-]?id)?|secret[_-]?access[_-]?key|private[_-]?key|client[_-]?secret|auth(?:orization)?[_-]?token|session[_-]?(?:id|key|token)|refresh[_-]?token|id[_-]?token|bearer[_-]?token|credentials?|encryption[_-]?key|signing[_-]?key|account[_-]?key|shared[_-]?access[_-]?signature|connection[_-]?string|sig';

type Rule = readonly [pattern: RegExp, replacement: string];

const RULES: readonly Rule[] = [
  // keys and certificates' private halves, also those that are cut off
  [
    /(-----BEGIN ([A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?)-----\n?)[\s\S]*?(\n?-----END \2-----|$(?![\s\S]))/g,
    `$1${MASK}$3`,
  ],
  // tokens that are known by how they begin
  [/\bey[JK][\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*){0,3}/g, MASK],
  [/\b(?:AKIA|ASIA|AGPA|AIDA|AROA|ABIA|ACCA)[A-Z0-9]{16}\b/g, MASK],
  [/\bgh[pousr]_[A-Za-z0-9]{20,}\b|\bgithub_pat_\w{20,}/g, MASK],
  [/\bgl(?:pat|ptt|dt|rt|cbt|ft|soat|agent)-[\w.-]{16,}/g, MASK],
  [/\bxox[abeoprs]-[\w-]{8,}|\bxapp-[\w-]{8,}/g, MASK],
  [
    /https:\/\/hooks\.slack\.com\/services\/[\w/]+/g,
    `https://hooks.slack.com/services/${MASK}`,
  ],
  [/\b[sr]k_(?:live|test)_\w{10,}|\bwhsec_\w{10,}/g, MASK],
  [/\bAIza[\w-]{30,}|\bya29\.[\w-]{10,}|\bGOCSPX-[\w-]{10,}/g, MASK],
  [/\b(?:hv[sbr]|s)\.[A-Za-z0-9_-]{20,}/g, MASK],
  [/\bnpm_[A-Za-z0-9]{30,}|\bpypi-[\w-]{16,}|\bdckr_pat_[\w-]{16,}/g, MASK],
  [/\bsk-(?:[a-z]+-)*[A-Za-z0-9_-]{20,}/g, MASK],
  [/\bSG\.[\w-]{16,}\.[\w-]{16,}/g, MASK],
  [
    /\bdop_v1_[a-f0-9]{32,}|\bglsa_\w{20,}|\bATATT[\w=-]{20,}|\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/g,
    MASK,
  ],
  // headers and logins
  [
    /\b((?:proxy-)?authorization)(["']?\s*[:=]\s*["']?)(?:(basic|bearer|token|digest|negotiate|apikey|splunk|aws4-hmac-sha256)\s+)?[^\s"',;][^\n"']*/gi,
    `$1$2${MASK}`,
  ],
  [/\b((?:set-)?cookie)(["']?\s*:\s*["']?)[^\n"']+/gi, `$1$2${MASK}`],
  [/\b(bearer|basic)(\s+)[A-Za-z0-9+/_.~-]{8,}=*/gi, `$1$2${MASK}`],
  [
    /\b(x-[\w-]{0,64}?(?:key|token|secret|auth)[\w-]{0,64})(["']?\s*:\s*["']?)[^\s"',;]+/gi,
    `$1$2${MASK}`,
  ],
  [
    /\b([a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/?#"'<>@]{0,256}):[^\s/"'<>]{1,1024}@(?=[^\s@])/gi,
    `$1:${MASK}@`,
  ],
  [
    /((?:^|\s)(?:-u|--user|--proxy-user)[\s=]+["']?[^\s:"']{1,256}):[^\s"']+/g,
    `$1:${MASK}`,
  ],
  // what is named a secret: `password=…`, `"apiKey": "…"`, `--token …`, `DB_PASSWORD: …`
  [
    new RegExp(
      `((?:^|[^A-Za-z0-9])["']?[\\w.-]{0,64}?(?:${NAMES})["']?\\s*(?:=>|:=|[=:])\\s*)(?:"(?:[^"\\\\\\n]|\\\\.)*"|'[^'\\n]*'|[^\\s"',;&|)}\\]]+)`,
      'gi',
    ),
    `$1${MASK}`,
  ],
  [
    new RegExp(
      `(--?[\\w-]{0,40}?(?:${NAMES})\\s+)(?:"[^"\\n]*"|'[^'\\n]*'|(?!-)[^\\s"']+)`,
      'gi',
    ),
    `$1${MASK}`,
  ],
  [/\b(IDENTIFIED\s+BY\s+)(?:"[^"\n]*"|'[^'\n]*')/gi, `$1${MASK}`],
  [/(\bsshpass\s+-p\s*)(?:"[^"\n]*"|'[^'\n]*'|\S+)/g, `$1${MASK}`],
];

/**
 * A text without the secrets that can be told by how they look or what they are called: bearer
 * tokens, passwords, cloud keys, private keys, JWTs, logins in URLs. What follows is left as it is.
 * It has at most as many characters as before, so that what was not too long is not too long now.
 * @public
 */
export function maskSecrets(text: string): string {
  return RULES.reduce(
    (masked, [pattern, replacement]) =>
      masked.replace(pattern, (secret: string, ...groups: unknown[]) => {
        const mask = replacement.replace(
          /\$(\d)/g,
          (_, n) => `${groups[n - 1] ?? ''}`,
        );
        const over = Math.max(0, mask.length - secret.length);
        return mask.replace(MASK, MASK.slice(over));
      }),
    text,
  );
}
