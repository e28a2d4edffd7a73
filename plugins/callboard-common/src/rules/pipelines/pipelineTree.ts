/** A job that runs builds: a branch, a freestyle job … @public */
export interface PipelineLeaf {
  readonly kind: 'leaf';
  /** Full name: `shop/checkout/main`. */
  readonly job: string;
  /** Last part of it, decoded: `feature/x`. */
  readonly name: string;
  readonly buildable: boolean;
  /** The system shows it as the primary branch of its project. */
  readonly primary?: boolean;
  /** Epoch milliseconds; absent where it was never built. */
  readonly lastBuiltAt?: number;
}

/** A project with a job a branch. @public */
export interface MultibranchProject<L extends PipelineLeaf = PipelineLeaf> {
  readonly kind: 'multibranch';
  readonly job: string;
  readonly children: readonly L[];
}

/** A folder of anything. @public */
export interface PipelineFolder<L extends PipelineLeaf = PipelineLeaf> {
  readonly kind: 'folder';
  readonly job: string;
  readonly children: readonly PipelineTree<L>[];
}

/** What a name may stand for. @public */
export type PipelineTree<L extends PipelineLeaf = PipelineLeaf> =
  | L
  | MultibranchProject<L>
  | PipelineFolder<L>;
