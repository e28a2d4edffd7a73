import { encodeBranchName } from './branchName';
import type {
  JenkinsBranch,
  JenkinsContainer,
  JenkinsJob,
  JenkinsJobState,
} from './items';

/** What every item of one answer shares. */
export interface JenkinsView {
  /** Ends with a slash. */
  readonly rootUrl: string;
  readonly now: number;
}

/** A leaf job as the API shows it: a job, or a branch of a multibranch project. */
export interface LeafJob extends JenkinsJobState {
  readonly kind: JenkinsJob['kind'];
  readonly name: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly access?: JenkinsJob['access'];
  readonly configurations?: readonly string[];
  readonly pullRequest?: JenkinsBranch['pullRequest'];
}

/** An item together with where it stands. */
export interface Located<T> {
  readonly item: T;
  readonly view: JenkinsView;
  /** Encoded, where the item is a branch. */
  readonly name: string;
  readonly displayName: string;
  readonly fullName: string;
  readonly fullDisplayName: string;
  /** `job/shop/job/checkout/`, encoded for a URL. */
  readonly path: string;
  readonly parent?: Located<JenkinsContainer>;
}

/** Any item; a job of its own and a branch are the same to the API. */
export type AnyItem = Located<JenkinsContainer | LeafJob>;

/** Where `/` is in Jenkins: the place of everything at the top. */
export type Place = JenkinsView | Located<JenkinsContainer>;

export function isLocated(place: Place): place is Located<JenkinsContainer> {
  return 'item' in place;
}

/** Places an item below a folder, or at the top. */
export function locate<T extends JenkinsContainer | LeafJob>(
  item: T,
  place: Place,
): Located<T> {
  const parent = isLocated(place) ? place : undefined;
  const view = isLocated(place) ? place.view : place;
  const isBranch = parent?.item.kind === 'multibranch';
  const name = isBranch ? encodeBranchName(item.name) : item.name;
  const displayName = item.displayName ?? item.name;
  return {
    item,
    view,
    name,
    displayName,
    parent,
    fullName: parent ? `${parent.fullName}/${name}` : name,
    fullDisplayName: parent
      ? `${parent.fullDisplayName} » ${displayName}`
      : displayName,
    path: `${parent?.path ?? ''}job/${encodeURIComponent(name)}/`,
  };
}

/** What stands in a folder: jobs and folders, or the branches of a multibranch project. */
export function childrenOf(
  folder: Located<JenkinsContainer>,
): readonly AnyItem[] {
  const { item } = folder;
  switch (item.kind) {
    case 'folder':
    case 'organization':
      return item.items.map(child => locate(child, folder));
    default:
      return item.branches.map(branch => locate(branchJob(branch), folder));
  }
}

/** A branch is a pipeline job to the API. The getters keep a changing branch changing. */
function branchJob(branch: JenkinsBranch): LeafJob {
  return {
    kind: 'pipeline',
    name: branch.name,
    access: branch.access,
    pullRequest: branch.pullRequest,
    displayName: branch.name,
    disabled: branch.disabled,
    get builds() {
      return branch.builds;
    },
    get queue() {
      return branch.queue;
    },
  };
}
