export * from './facts';
export * from './judged';
export {
  DEFAULT_KUBERNETES_THRESHOLDS,
  type KubernetesThresholds,
} from './thresholds';
export {
  judgeKubernetes,
  type JudgeKubernetesOptions,
} from './judgeKubernetes';
export { kubectlFor } from './kubectlFor';
