import { FindingDraft } from '../words';

/** What is needed of an observation to know whether it counts. @public */
export interface AbsentPart {
  /** `kubernetes` */
  readonly sourceType: string;
  /** The source has nothing of what is named, and others of its type may have it. */
  readonly absent?: boolean;
  /** Made of the entity alone: it does not show that anything is there. */
  readonly problem?: boolean;
  readonly findings: readonly Pick<FindingDraft, 'code' | 'message'>[];
}

/**
 * Leaves out the sources that have nothing of what is named as soon as another of their type has
 * it, or may have it and was never asked. Where none has it all of them count, and what they say alike
 * is said once.
 * @public
 */
export function foldAbsent<P extends AbsentPart>(parts: readonly P[]): P[] {
  const present = new Set(
    parts
      .filter(({ absent, problem }) => !absent && !problem)
      .map(({ sourceType }) => sourceType),
  );
  const said = new Set<string>();
  return parts
    .filter(({ absent, sourceType }) => !absent || !present.has(sourceType))
    .map(part => {
      if (!part.absent) {
        return part;
      }
      const findings = part.findings.filter(({ code, message }) => {
        const sentence = JSON.stringify([part.sourceType, code, message]);
        return !said.has(sentence) && said.add(sentence);
      });
      return { ...part, findings };
    });
}
