import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { OWNER_ME } from '@callboard/plugin-callboard-common';

/** An owner that nothing has: a person without a group owns nothing, rather than everything. */
const NOBODY = 'group:-/-';

/** Puts the viewer's own entity refs in the place of `@me`. @public */
export class ViewerOwnership {
  readonly #auth: AuthService;
  readonly #userInfo: UserInfoService;

  static create(options: {
    readonly auth: AuthService;
    readonly userInfo: UserInfoService;
  }): ViewerOwnership {
    return new ViewerOwnership(options);
  }

  private constructor(options: {
    readonly auth: AuthService;
    readonly userInfo: UserInfoService;
  }) {
    this.#auth = options.auth;
    this.#userInfo = options.userInfo;
  }

  /** Throws an InputError where `@me` is nobody who could own anything. */
  async resolve<T extends { readonly owners: readonly string[] }>(
    filter: T,
    viewer: BackstageCredentials,
  ): Promise<T> {
    if (!filter.owners.includes(OWNER_ME)) {
      return filter;
    }
    if (!this.#auth.isPrincipal(viewer, 'user')) {
      throw new InputError(
        `'owner=${OWNER_ME}' means the user who asks, and this is a service`,
      );
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(viewer);
    const others = filter.owners.filter(owner => owner !== OWNER_ME);
    const owners = new Set([...others, ...ownershipEntityRefs, NOBODY]);
    return { ...filter, owners: [...owners].sort() };
  }
}
