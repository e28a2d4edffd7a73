import type { SectionKind } from './ParsedRunbook';

const ALIASES: Readonly<Record<Exclude<SectionKind, 'other'>, string>> = {
  meaning:
    'meaning, what does it mean, what does this mean, what it means, what this means, what does this alert mean, what is it, what is this, what happened, what is happening, description, alert description, explanation, symptom, symptoms, summary of the alert',
  impact:
    'impact, impacts, effect, effects, consequences, severity, customer impact, user impact, business impact, impact on customers, impact on users, who is affected, what is affected',
  'before-you-start':
    'before you start, before you begin, before starting, prerequisites, prerequisite, preflight, pre-flight, preflight checks, pre-flight checks, preflight checklist, pre-flight checklist, preconditions, preparation, prepare, requirements, required access, access, you need, what you need',
  diagnosis:
    'diagnosis, diagnose, diagnostics, diagnosing, diagnosis steps, diagnostic steps, investigation, investigate, investigating, investigation steps, triage, triage steps, troubleshooting, troubleshoot, debugging, debug, how to diagnose, how to investigate, how to debug, find the cause, analysis, checks, initial checks, first checks, possible checks',
  mitigation:
    'mitigation, mitigate, mitigations, mitigating, mitigation steps, fix, fixes, fixing, how to fix, how to fix it, the fix, remediation, remediate, remediation steps, resolution, resolve, resolving, resolution steps, how to resolve, solution, solutions, possible resolutions, possible solutions, possible fixes, recovery, recover, repair, action, actions, actions to take, what to do, what to do now, steps, procedure, instructions, playbook, runbook, how to react, response',
  verify:
    'verify, verification, verifying, verification steps, verify the fix, verify it, validate, validation, post checks, post-checks, confirm, confirmation, check that it worked, did it help, how to verify',
  rollback:
    'rollback, roll back, rolling back, rollback plan, rollback steps, back out, backout, undo, revert, how to roll back',
  escalation:
    'escalation, escalate, escalating, escalation path, escalation policy, escalation steps, how to escalate, when to escalate, who to call, whom to call, escalation contacts',
};

const KINDS = new Map<string, SectionKind>(
  Object.entries(ALIASES).flatMap(([kind, aliases]) =>
    aliases.split(', ').map(alias => [alias, kind as SectionKind] as const),
  ),
);

const NOT_STEPS = new Set(
  'link, links, reference, references, see also, further reading, further information, more information, additional resources, resources, useful links, contact, contacts, history, changelog, change log, changes, note, notes, context, full context, background, overview, summary, introduction, about, about this runbook, owner, owners, ownership, dashboards, metrics, table of contents, contents, toc, glossary, faq, appendix, metadata, related alerts, related runbooks, other notes, todo, tags, alert, alert rule, alert expression, expression, query'.split(
    ', ',
  ),
);

/** What a heading is about. Numbers, emoji, punctuation and remarks in brackets do not count. */
export function sectionKindOf(heading: string): SectionKind {
  const words = plainHeading(heading);
  const whole = KINDS.get(words);
  if (whole) {
    return whole;
  }
  const parts = words
    .split(/\s*(?:\/|&|,|\+|\band\b|\bor\b)\s*/)
    .filter(Boolean);
  const kinds = parts.map(part => KINDS.get(part));
  return parts.length > 1 && kinds.every(Boolean)
    ? kinds[0] ?? 'other'
    : 'other';
}

/** Whether a heading that no alias names is no step either: "Links", "History". */
export function isAside(heading: string): boolean {
  return NOT_STEPS.has(plainHeading(heading));
}

function plainHeading(heading: string): string {
  return withoutNumber(heading.normalize('NFKC'))
    .toLowerCase()
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replace(/[^\p{L}\p{N}\s/&,+-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s/&,+-]+|[\s/&,+-]+$/g, '');
}

/** A heading without "3.", "2.1", "Step 4:", "a)" or emoji before it. */
export function withoutNumber(heading: string): string {
  return heading
    .replace(/^[^\p{L}\p{N}"'“‘(<{$`[/.-]+/u, '')
    .replace(/^(?:[0-9]\uFE0F?\u20E3\s*)+/u, '')
    .replace(
      /^(?:(?:step|part|phase)\s+\d{1,3}\s*[.:)\-–—]*|\d{1,3}(?:\.\d{1,3})*[.:)](?=\s)|\d{1,2}(?:\.\d{1,3})+|[a-z]\)|\(\d{1,3}\))\s+(?=\S)/iu,
      '',
    )
    .replace(/^[^\p{L}\p{N}"'“‘(<{$`[/.-]+/u, '')
    .trim();
}
