import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { EntityFilterQuery } from '@backstage/catalog-client';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { LRUCache } from 'lru-cache';
import { fingerprintOf } from '../http/etagOf';
import {
  SEES_ALL,
  SEES_NOTHING,
  seesOnly,
  type Visibility,
} from './Visibility';

/** The longest that a set is used; what a viewer may see can change without any notice. */
const SET_MAX_AGE_MS = 60_000;
const SET_COUNT = 100;
/** 10,000 entities take about 0.8 MB. */
const SETS_MAX_BYTES = 64 * 1024 * 1024;

/** @public */
export interface CatalogVisibilityOptions {
  readonly permissions: PermissionsService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  /** Which entities a plugin is about; the set is asked for among them. */
  readonly filter: EntityFilterQuery;
  readonly now: () => number;
}

/**
 * Which entities a viewer may see: exactly those that the catalog lets them read.
 *
 * Where a policy answers with conditions, the catalog is asked for the entities with the viewer's
 * credentials. Conditions name whom they are about, so whoever has the same conditions sees the
 * same, and one question serves them all; an answer is used for a minute.
 * @public
 */
export class CatalogVisibility {
  readonly #options: CatalogVisibilityOptions;
  readonly #sets: LRUCache<string, Visibility, BackstageCredentials>;

  static create(options: CatalogVisibilityOptions): CatalogVisibility {
    return new CatalogVisibility(options);
  }

  private constructor(options: CatalogVisibilityOptions) {
    this.#options = options;
    this.#sets = new LRUCache({
      max: SET_COUNT,
      maxSize: SETS_MAX_BYTES,
      sizeCalculation: sizeOf,
      ttl: SET_MAX_AGE_MS,
      ttlResolution: 0,
      perf: { now: options.now },
      // Single flight: who asks meanwhile waits for the same answer.
      fetchMethod: (_key, _stale, { context }) => this.#askCatalog(context),
    });
  }

  /** The entities that a viewer may see, for lists and counts. */
  async visibilityOf(credentials: BackstageCredentials): Promise<Visibility> {
    const { permissions } = this.#options;
    const [decision] = await permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    return this.visibilityBy(decision, credentials);
  }

  /** The same by a decision on `catalog.entity.read` that was asked for together with others. */
  async visibilityBy(
    decision: PolicyDecision,
    credentials: BackstageCredentials,
  ): Promise<Visibility> {
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      return this.#setOf(decision.conditions, credentials);
    }
    return decision.result === AuthorizeResult.ALLOW &&
      (await this.#mayReadCatalog(credentials))
      ? SEES_ALL
      : SEES_NOTHING;
  }

  /** Asks about one entity, live. */
  async maySee(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const { permissions } = this.#options;
    const [decision] = await permissions.authorize(
      [{ permission: catalogEntityReadPermission, resourceRef: entityRef }],
      { credentials },
    );
    return this.seesBy(decision, credentials);
  }

  /** The same by a decision on that entity that was asked for together with others. */
  async seesBy(
    decision: DefinitivePolicyDecision,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return (
      decision.result === AuthorizeResult.ALLOW &&
      (await this.#mayReadCatalog(credentials))
    );
  }

  async #setOf(
    conditions: PermissionCriteria<PermissionCondition>,
    credentials: BackstageCredentials,
  ): Promise<Visibility> {
    const set = await this.#sets.fetch(fingerprintOf([conditions]), {
      context: credentials,
    });
    return set ?? SEES_NOTHING;
  }

  async #askCatalog(credentials: BackstageCredentials): Promise<Visibility> {
    const { catalog, filter } = this.#options;
    const { facets } = await catalog.getEntityFacets(
      { facets: ['metadata.uid'], filter },
      { credentials },
    );
    return seesOnly((facets['metadata.uid'] ?? []).map(({ value }) => value));
  }

  /**
   * The permission service judges an external token by its restrictions for this plugin alone. A
   * token that was given out for other plugins than the catalog would otherwise read the catalog
   * through us.
   */
  async #mayReadCatalog(credentials: BackstageCredentials): Promise<boolean> {
    const { auth } = this.#options;
    if (
      !auth.isPrincipal(credentials, 'service') ||
      !credentials.principal.accessRestrictions
    ) {
      return true;
    }
    const { permissionNames } = credentials.principal.accessRestrictions;
    if (permissionNames?.includes(catalogEntityReadPermission.name)) {
      return true;
    }
    try {
      await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'catalog',
      });
      return true;
    } catch (error) {
      if (error instanceof NotAllowedError) {
        return false;
      }
      throw error;
    }
  }
}

/** A uid has 36 characters, and the set keeps a reference to it. */
function sizeOf(visibility: Visibility): number {
  return visibility.sees === 'some' ? 1 + 64 * visibility.uids.size : 1;
}
