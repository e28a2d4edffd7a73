import {
  DEFAULT_BRANCH_ANNOTATION,
  NOT_APPLICABLE_ANNOTATION,
  type Aspect,
  type DoctorEntry,
  type Finding,
} from '@callboard/plugin-callboard-common';

type Fix = DoctorEntry['fix'];

/** What there is to mend. */
export interface Ailment {
  /**
   * Sources name in `params` the `annotation` that is wrong, the `value` or the part of it that is
   * meant, what it should be as `suggestion`, and the `branch` that most likely decides.
   */
  readonly finding: Pick<Finding, 'code' | 'params' | 'hint'>;
  readonly aspect: Aspect;
  /** Those of the entity as it is. */
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * What to do about a finding of the annotation doctor: the line of the entity's annotations to
 * delete and the one to add, as they stand in its file, where that is known; else a text.
 */
export function doctorFix(ailment: Ailment): Fix {
  const { code, params, hint } = ailment.finding;
  if (params.annotation && params.suggestion) {
    return correctedValue(ailment, params.suggestion);
  }
  switch (code) {
    case 'ambiguous':
      return {
        text: hint ?? 'Say which one decides',
        ...(params.branch &&
          setAnnotation(ailment, DEFAULT_BRANCH_ANNOTATION, params.branch)),
      };
    case 'no-data':
      return {
        text: hint ?? 'Run it once, or opt out',
        ...optOut(ailment),
      };
    case 'forbidden':
      return {
        text:
          hint ??
          'Nothing to change here; for the operator: let Callboard read it',
      };
    default:
      return { text: hint ?? 'Correct the annotation, or remove it' };
  }
}

/** An annotation may name several things; only the one that is wrong is changed. */
function correctedValue(
  { finding, annotations }: Ailment,
  suggestion: string,
): Fix {
  const { annotation, value } = finding.params;
  const whole = annotations[annotation];
  if (whole === undefined) {
    return { add: line(annotation, suggestion) };
  }
  const corrected =
    value && whole.includes(value)
      ? // A function, because `$&` in a name would mean something in a text.
        whole.replace(value, () => suggestion)
      : suggestion;
  return { remove: line(annotation, whole), add: line(annotation, corrected) };
}

function optOut(ailment: Ailment): Fix {
  const waived = ailment.annotations[NOT_APPLICABLE_ANNOTATION]?.trim();
  return setAnnotation(
    ailment,
    NOT_APPLICABLE_ANNOTATION,
    waived ? `${waived},${ailment.aspect}` : ailment.aspect,
  );
}

function setAnnotation(
  { annotations }: Ailment,
  annotation: string,
  value: string,
): Fix {
  const before = annotations[annotation];
  return {
    ...(before !== undefined && { remove: line(annotation, before) }),
    add: line(annotation, value),
  };
}

/** A line of YAML; what YAML could read as something else than a text is quoted. */
function line(annotation: string, value: string): string {
  return `${annotation}: ${isPlainYaml(value) ? value : JSON.stringify(value)}`;
}

function isPlainYaml(value: string): boolean {
  return (
    /^[A-Za-z_./][A-Za-z0-9_./=,@+-]*(:[A-Za-z0-9_./=,@+-]+)*$/.test(value) &&
    !/^(true|false|yes|no|on|off|null|y|n|\.inf|\.nan|[.+-]?\d.*)$/i.test(value)
  );
}
