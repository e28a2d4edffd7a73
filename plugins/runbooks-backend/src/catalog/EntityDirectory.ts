import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { storableText } from '@callboard/plugin-callboard-node';
import type { EntityStore } from './EntityStore';
import {
  hashOfEntity,
  projectEntity,
  REF_MAX_COUNT,
  type ProjectedEntity,
} from './projectEntity';

export interface EntityDirectoryOptions {
  readonly catalog: Pick<CatalogService, 'getEntityByRef'>;
  readonly store: EntityStore;
  /** Kinds that may have runbooks, in lower case. */
  readonly kinds: readonly string[];
}

/** Finds the entities that runbooks belong to and runs are about. */
export class EntityDirectory {
  readonly #options: EntityDirectoryOptions;

  static create(options: EntityDirectoryOptions): EntityDirectory {
    return new EntityDirectory(options);
  }

  private constructor(options: EntityDirectoryOptions) {
    this.#options = options;
  }

  /**
   * The entity as the catalog has it now, for whoever asks. Throws an InputError where the kind may
   * not have runbooks, and a NotFoundError where the catalog does not show such an entity.
   */
  async requireLive(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ProjectedEntity> {
    const { catalog, store, kinds } = this.#options;
    const ref = readEntityRef(entityRef);
    const kind = ref.slice(0, ref.indexOf(':'));
    if (!kinds.includes(kind)) {
      throw new InputError(
        `'${ref}' is a ${kind}; runbooks belong to one of: ${kinds.join(', ')}`,
      );
    }
    const found = await catalog.getEntityByRef(ref, { credentials });
    if (!found) {
      throw noSuchEntity(ref);
    }
    const entity = projectEntity(found);
    const known = await store.find(ref);
    if (!known || hashOfEntity(known) !== hashOfEntity(entity)) {
      await store.put([entity]);
    }
    return entity;
  }

  /** The entity as it was last seen, or else as the catalog has it now. */
  async require(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ProjectedEntity> {
    const known = await this.#options.store.find(readEntityRef(entityRef));
    return known ?? this.requireLive(entityRef, credentials);
  }

  /** The entities whose runbooks an entity has: its own, its system's, domain's and owners'. */
  async lineage(entity: ProjectedEntity): Promise<Lineage> {
    const { store } = this.#options;
    const system = entity.system ? await store.find(entity.system) : undefined;
    const domainRef = entity.domain ?? system?.domain;
    const others = await store.findAll([
      ...(domainRef ? [domainRef] : []),
      ...entity.owners,
    ]);
    return {
      entityRef: entity.ref,
      system: entity.system,
      domain: domainRef,
      owners: entity.owners,
      entities: [entity, ...(system ? [system] : []), ...others],
    };
  }
}

/** An entity with what it inherits from. */
export interface Lineage {
  readonly entityRef: string;
  readonly system?: string;
  readonly domain?: string;
  readonly owners: readonly string[];
  /** Those of them that are known, itself first. */
  readonly entities: readonly ProjectedEntity[];
}

/** All refs of a lineage, without repetitions. */
export function refsOf(lineage: Lineage): string[] {
  const { entityRef, system, domain, owners } = lineage;
  return [...new Set([entityRef, system, domain, ...owners])].filter(
    ref => ref !== undefined,
  );
}

/** The ref in its one form; throws an InputError where it is none. */
export function readEntityRef(entityRef: string): string {
  try {
    const ref = stringifyEntityRef(parseEntityRef(entityRef));
    if (ref.length <= REF_MAX_COUNT && storableText(ref) === ref) {
      return ref;
    }
  } catch {
    // It is said below.
  }
  throw new InputError(
    `'${entityRef.slice(
      0,
      200,
    )}' is no entity ref such as component:default/checkout`,
  );
}

/** An entity that may not be read is answered exactly like one that does not exist. */
export function noSuchEntity(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no entity '${entityRef}' in the catalog, or it may not be seen`,
  );
}
