/**
 * Words and rules of Callboard: they run anywhere and import nothing else of ours.
 *
 * @packageDocumentation
 */

export * from './words';
export * from './rules';
export * from './api';
export * from './kubernetes';
export {
  DEFAULT_BRANCH_ANNOTATION,
  JENKINS_GITHUB_FOLDER_ANNOTATION,
  JENKINS_JOB_FULL_NAME_ANNOTATION,
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
  NOT_APPLICABLE_ANNOTATION,
  parseNotApplicable,
  PIPELINE_CADENCE_ANNOTATION,
} from './annotations';
export {
  callboardPermissions,
  callboardSourceReadPermission,
  callboardSourceRefreshPermission,
} from './permissions';
