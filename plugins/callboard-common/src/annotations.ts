import type { Entity } from '@backstage/catalog-model';
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

/** The value of the label `backstage.io/kubernetes-id` on an entity's workloads. @public */
export const KUBERNETES_ID_ANNOTATION = 'backstage.io/kubernetes-id';

/** Which workloads an entity has; wins over {@link KUBERNETES_ID_ANNOTATION}. @public */
export const KUBERNETES_LABEL_SELECTOR_ANNOTATION =
  'backstage.io/kubernetes-label-selector';

/** The only namespace in which an entity has workloads. @public */
export const KUBERNETES_NAMESPACE_ANNOTATION =
  'backstage.io/kubernetes-namespace';

/** The only cluster in which an entity has workloads, by its name in the config. @public */
export const KUBERNETES_CLUSTER_ANNOTATION = 'backstage.io/kubernetes-cluster';

/**
 * The aspects that an entity waives, in the order of the board; words that are no aspect are left
 * out.
 * @public
 */
export function parseNotApplicable(entity: Entity): Aspect[] {
  const value = entity.metadata.annotations?.[NOT_APPLICABLE_ANNOTATION] ?? '';
  const waived = new Set(
    String(value)
      .split(',')
      .map(word => word.trim().toLowerCase()),
  );
  return ASPECTS.filter(aspect => waived.has(aspect));
}
