import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type PermissionCriteria,
  type PermissionCondition,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type {
  CatalogVisibility,
  Visibility,
} from '@callboard/plugin-callboard-node';
import {
  runbooksReadPermission,
  type RESOURCE_TYPE_RUNBOOK,
} from '@callboard/plugin-runbooks-common';
import type { Knex } from 'knex';
import { whereAmong } from '../database/among';
import type { OwnedBy } from './isOwnerOfEntity';
import { READS_ALL, type ReadScope } from './ReadScope';
import { whereCriteria } from './whereCriteria';

/** A permission on a runbook. */
export type RunbookPermission = ResourcePermission<
  typeof RESOURCE_TYPE_RUNBOOK
>;

export interface RunbookAccessOptions {
  readonly knex: Knex;
  readonly permissions: PermissionsService;
  readonly visibility: Pick<
    CatalogVisibility,
    'visibilityBy' | 'seesBy' | 'maySee'
  >;
  /** Turns the conditions of a policy into what they ask for. */
  readonly toCriteria: (
    conditions: PermissionCriteria<PermissionCondition>,
  ) => PermissionCriteria<OwnedBy>;
}

type ReadCondition = 'all' | 'nothing' | PermissionCriteria<OwnedBy>;

/**
 * Who may do what. Reading needs the entity in the catalog and the permission to read runbooks;
 * everything else a permission of its own on the entity.
 */
export class RunbookAccess {
  readonly #options: RunbookAccessOptions;

  static create(options: RunbookAccessOptions): RunbookAccess {
    return new RunbookAccess(options);
  }

  private constructor(options: RunbookAccessOptions) {
    this.#options = options;
  }

  /** What somebody may read, for lists, counts and matches. */
  async scopeOf(credentials: BackstageCredentials): Promise<ReadScope> {
    const { knex, permissions, visibility } = this.#options;
    // One question for both: each is a request to the permission backend.
    const [catalog, runbooks] = await permissions.authorizeConditional(
      [
        { permission: catalogEntityReadPermission },
        { permission: runbooksReadPermission },
      ],
      { credentials },
    );
    const seen = await visibility.visibilityBy(catalog, credentials);
    const condition = this.#readCondition(runbooks);
    if (seen.sees === 'all' && condition === 'all') {
      return READS_ALL;
    }
    return {
      readsAll: false,
      where: query => {
        whereVisible(query, { knex, seen, alias: 'e' });
        if (condition === 'nothing') {
          query.whereRaw('1 = 0');
        } else if (condition !== 'all') {
          // No condition holds of what nobody knows, not even that somebody else owns it.
          query.whereNotNull('e.ref');
          whereCriteria(query, { knex, criteria: condition });
        }
      },
      whereEntity: (query, alias) => whereVisible(query, { knex, seen, alias }),
    };
  }

  /** Whether somebody may read the runbooks of an entity, asked live. */
  async mayRead(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const { permissions, visibility } = this.#options;
    const [catalog, runbooks] = await permissions.authorize(
      [
        { permission: catalogEntityReadPermission, resourceRef: entityRef },
        { permission: runbooksReadPermission, resourceRef: entityRef },
      ],
      { credentials },
    );
    return (
      runbooks.result === AuthorizeResult.ALLOW &&
      (await visibility.seesBy(catalog, credentials))
    );
  }

  /** Whether the catalog shows somebody an entity, asked live. */
  async maySee(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return this.#options.visibility.maySee(entityRef, credentials);
  }

  async may(
    permission: RunbookPermission,
    options: {
      readonly entityRef: string;
      readonly credentials: BackstageCredentials;
    },
  ): Promise<boolean> {
    const { entityRef, credentials } = options;
    const [decision] = await this.#options.permissions.authorize(
      [{ permission, resourceRef: entityRef }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** Throws a NotAllowedError that names the permission and the entity. */
  async require(
    permission: RunbookPermission,
    options: {
      readonly entityRef: string;
      readonly credentials: BackstageCredentials;
    },
  ): Promise<void> {
    if (!(await this.may(permission, options))) {
      throw new NotAllowedError(
        `This needs the permission '${permission.name}' for '${options.entityRef}'`,
      );
    }
  }

  #readCondition(decision: PolicyDecision): ReadCondition {
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      return this.#options.toCriteria(decision.conditions);
    }
    return decision.result === AuthorizeResult.ALLOW ? 'all' : 'nothing';
  }
}

function whereVisible(
  query: Knex.QueryBuilder,
  options: {
    readonly knex: Knex;
    readonly seen: Visibility;
    readonly alias: string;
  },
): void {
  const { knex, seen, alias } = options;
  if (seen.sees === 'nothing') {
    query.whereRaw('1 = 0');
  } else if (seen.sees === 'some') {
    whereAmong(query, { knex, column: `${alias}.uid`, values: [...seen.uids] });
  }
}
