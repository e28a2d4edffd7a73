/** One kind of custom resource, as the stock plugin's config names it. */
export interface CustomResource {
  /** `argoproj.io` */
  readonly group: string;
  /** `v1alpha1` */
  readonly apiVersion: string;
  /** `rollouts` */
  readonly plural: string;
}

/** `rollouts.argoproj.io`, as kubectl and roles name it. */
export function customResourceName({ group, plural }: CustomResource): string {
  return `${plural}.${group}`;
}
