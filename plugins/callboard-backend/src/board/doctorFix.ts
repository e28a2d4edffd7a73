import type {
  Aspect,
  DoctorEntry,
  Finding,
} from '@callboard/plugin-callboard-common';

const NOT_APPLICABLE = 'callboard.io/not-applicable';
const DEFAULT_BRANCH = 'callboard.io/default-branch';

/**
 * What to do about a finding of the annotation doctor: the line of the entity's file to delete and
 * the one to add where its parameters tell, else a text.
 *
 * Sources name in `params` the `annotation` that is wrong, its `value`, and what the value should
 * be as `suggestion`.
 */
export function doctorFix(
  finding: Pick<Finding, 'code' | 'params' | 'hint'>,
  aspect: Aspect,
): DoctorEntry['fix'] {
  const { code, params, hint } = finding;
  const { annotation, value, suggestion } = params;
  if (annotation && suggestion) {
    return {
      ...(value !== undefined && { remove: `- ${line(annotation, value)}` }),
      add: `+ ${line(annotation, suggestion)}`,
    };
  }
  switch (code) {
    case 'ambiguous':
      return {
        text: hint ?? 'Say which one decides',
        ...(params.branch && {
          add: `+ ${line(DEFAULT_BRANCH, params.branch)}`,
        }),
      };
    case 'no-data':
      return {
        text: hint ?? 'Run it once, or opt out:',
        add: `+ ${line(NOT_APPLICABLE, aspect)}`,
      };
    case 'forbidden':
      return {
        text:
          hint ??
          'Nothing to change in the file: the source must allow us to read it',
      };
    default:
      return {
        text: hint ?? 'Correct the annotation, or remove it',
        ...(annotation &&
          value !== undefined && { remove: `- ${line(annotation, value)}` }),
      };
  }
}

/** A line of YAML; values that YAML would read as something else are quoted. */
function line(key: string, value: string): string {
  return `${key}: ${isPlainYaml(value) ? value : JSON.stringify(value)}`;
}

function isPlainYaml(value: string): boolean {
  return (
    /^[A-Za-z0-9_./][A-Za-z0-9_./=,@ +-]*$/.test(value) &&
    !value.endsWith(' ') &&
    !/^(true|false|yes|no|on|off|null|y|n)$/i.test(value) &&
    !/^[0-9.+-]+(e[0-9]+)?$/i.test(value)
  );
}
