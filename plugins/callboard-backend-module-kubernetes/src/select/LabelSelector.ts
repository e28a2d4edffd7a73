const WHOLE_NUMBER = /^-?\d+$/;

/** The labels of an object. */
export type Labels = ReadonlyMap<string, string>;

/** One condition of a selector; all of them have to hold. */
export type Requirement =
  | {
      readonly operator: 'in' | 'notin';
      readonly key: string;
      readonly values: readonly string[];
    }
  | { readonly operator: 'exists' | 'missing'; readonly key: string }
  | {
      readonly operator: 'above' | 'below';
      readonly key: string;
      readonly bound: bigint;
    };

/** A label selector; an empty one selects everything. */
export interface LabelSelector {
  readonly requirements: readonly Requirement[];
}

/** Whether an object with these labels is selected. */
export function selects(selector: LabelSelector, labels: Labels): boolean {
  return selector.requirements.every(requirement => holds(requirement, labels));
}

function holds(requirement: Requirement, labels: Labels): boolean {
  const value = labels.get(requirement.key);
  switch (requirement.operator) {
    case 'in':
      return value !== undefined && requirement.values.includes(value);
    case 'notin':
      // As Kubernetes has it: what lacks the label is not in the set either.
      return value === undefined || !requirement.values.includes(value);
    case 'exists':
      return value !== undefined;
    case 'missing':
      return value === undefined;
    default:
      return (
        value !== undefined &&
        WHOLE_NUMBER.test(value) &&
        (requirement.operator === 'above'
          ? BigInt(value) > requirement.bound
          : BigInt(value) < requirement.bound)
      );
  }
}
