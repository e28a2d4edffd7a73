import { Explanation, Impact, UnknownReason, Verdict } from '../words';
import { safeLinks } from './safeLinks';

const RULES: Readonly<Record<UnknownReason, string>> = {
  'not-found': 'What is named and not there is unknown',
  forbidden: 'What we may not read is unknown',
  unreachable: 'What could not be asked is unknown',
  'no-data': 'What never said anything is unknown',
  ambiguous: 'Where it is not clear what decides, the status is unknown',
  'not-configured': 'What no source is configured for is unknown',
  'never-observed': 'What was not observed yet is unknown',
};

/** What a verdict of `unknown` says. @public */
export interface UnknownVerdictOptions {
  readonly reason: UnknownReason;
  /** One sentence: what is the matter. */
  readonly message: string;
  /** What to do about it; names annotation, value and instance where an entity is to be mended. */
  readonly hint?: string;
  /** A few words for the cell; the reason where there are none. */
  readonly summary?: string;
  /** By itself not to know harms nobody who uses the service, hence `delivery` by default. */
  readonly impact?: Impact;
  readonly params?: Readonly<Record<string, string>>;
  readonly links?: Iterable<{ readonly title: string; readonly url?: string }>;
  /** What was looked at, for "why not green"; the params where nothing is given. */
  readonly inputs?: Explanation['inputs'];
  /** When it is known again. */
  readonly clears?: string;
}

/**
 * The verdict on what could not be observed, with the reason as the code of its finding.
 * @public
 */
export function unknownVerdict(options: UnknownVerdictOptions): Verdict {
  const { reason, message, hint, params = {}, clears } = options;
  const inputs =
    options.inputs ??
    Object.entries(params).map(([name, value]) => ({ name, value }));
  return {
    status: 'unknown',
    summary: options.summary ?? reason.replace('-', ' '),
    findings: [
      {
        code: reason,
        status: 'unknown',
        message,
        ...(hint && { hint }),
        impact: options.impact ?? 'delivery',
        params: { ...params },
        links: safeLinks(options.links ?? []),
      },
    ],
    explanation: {
      rule: RULES[reason],
      inputs,
      ...(clears && { clears }),
    },
  };
}
