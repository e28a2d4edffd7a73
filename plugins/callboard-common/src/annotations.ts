import { Aspect, ASPECTS } from './words';

/** Aspects that an entity does without: `pipelines,alerts`. @public */
export const NOT_APPLICABLE_ANNOTATION = 'callboard.io/not-applicable';

/** The branch that decides about a multibranch project. @public */
export const DEFAULT_BRANCH_ANNOTATION = 'callboard.io/default-branch';

/** How often the entity's jobs are declared to run: `24h`, `P1D`. @public */
export const PIPELINE_CADENCE_ANNOTATION = 'callboard.io/pipeline-cadence';

/** Jobs of an entity, as the stock plugin has it: `[instance:]folder/job[,…]`. @public */
export const JENKINS_JOB_FULL_NAME_ANNOTATION = 'jenkins.io/job-full-name';

/** The older name of {@link JENKINS_JOB_FULL_NAME_ANNOTATION}, for one job. @public */
export const JENKINS_GITHUB_FOLDER_ANNOTATION = 'jenkins.io/github-folder';

/** Where a service's own settings are, as far as any entity has them. */
interface Annotated {
  readonly metadata: {
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

/**
 * The aspects that an entity waives, in the order of the board; words that are no aspect are left
 * out.
 * @public
 */
export function parseNotApplicable(entity: Annotated): Aspect[] {
  const value = entity.metadata.annotations?.[NOT_APPLICABLE_ANNOTATION] ?? '';
  const waived = new Set(
    String(value)
      .split(',')
      .map(word => word.trim().toLowerCase()),
  );
  return ASPECTS.filter(aspect => waived.has(aspect));
}

const CADENCE_PATTERN =
  /^(?:P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?|(?:(\d+)\s*w)?\s*(?:(\d+)\s*d)?\s*(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?)$/i;

const CADENCE_UNITS_MS = [604_800_000, 86_400_000, 3_600_000, 60_000] as const;

/** A job that runs more often than this is no matter of a cadence. */
const CADENCE_MIN_MS = 60_000;

/** A year; what is declared to run less often is declared by mistake. */
const CADENCE_MAX_MS = 366 * 86_400_000;

/**
 * Reads how often something is declared to run (`24h`, `1d 12h`, `P1D`), in milliseconds;
 * `undefined` where the text is no such thing.
 * @public
 */
export function parseCadence(text: string | undefined): number | undefined {
  // Longer than any duration, and short enough for any pattern.
  const match = CADENCE_PATTERN.exec((text ?? '').slice(0, 40).trim());
  if (!match) {
    return undefined;
  }
  const cadenceMs = match
    .slice(1)
    .reduce(
      (sum, digits, index) =>
        sum + Number(digits ?? 0) * CADENCE_UNITS_MS[index % 4],
      0,
    );
  return cadenceMs >= CADENCE_MIN_MS && cadenceMs <= CADENCE_MAX_MS
    ? cadenceMs
    : undefined;
}
