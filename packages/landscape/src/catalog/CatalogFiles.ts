import { stringify } from 'yaml';
import type { Landscape } from '../Landscape';
import {
  componentEntity,
  domainEntities,
  organizationEntities,
} from './entities';
import type { CatalogEntity } from './entities';

const ENTITIES_PER_FILE_COUNT = 500;

/**
 * The company's catalog as files: `all.yaml` is a Location of the others, which hold at most 500
 * entities each. A component stays in its file for life, because the catalog takes an entity that
 * turns up in another file for a conflict.
 */
export class CatalogFiles {
  readonly #landscape: Landscape;
  readonly #fileOf = new Map<string, number>();
  #texts = new Map<string, string>();
  #revision: number;
  #lastFile = 1;
  #inLastFileCount = 0;

  private constructor(landscape: Landscape) {
    this.#landscape = landscape;
    this.#revision = landscape.revision;
  }

  static create(landscape: Landscape): CatalogFiles {
    return new CatalogFiles(landscape);
  }

  /**
   * The text of a file by its path below the catalog's URL, or undefined where there is none.
   * `catalogUrl` goes into annotations.
   */
  read(path: string, catalogUrl: string): string | undefined {
    if (this.#revision !== this.#landscape.revision) {
      this.#revision = this.#landscape.revision;
      this.#texts = new Map();
    }
    const known = this.#texts.get(path);
    if (known !== undefined) {
      return known;
    }
    const entities = this.#entities(path, catalogUrl);
    const text =
      entities &&
      entities
        .map(entity => stringify(entity, { aliasDuplicateObjects: false }))
        .join('---\n');
    if (text !== undefined) {
      this.#texts.set(path, text);
    }
    return text;
  }

  #entities(
    path: string,
    catalogUrl: string,
  ): readonly CatalogEntity[] | undefined {
    if (path === 'all.yaml') {
      return [this.#location()];
    }
    const single = /^components\/([^/]+)\.yaml$/.exec(path);
    if (single) {
      return this.#landscape
        .services()
        .filter(({ name }) => name === single[1])
        .map(service => componentEntity(service, catalogUrl));
    }
    const [, kind, number] = /^([a-z]+)-(\d+)\.yaml$/.exec(path) ?? [];
    const index = Number(number) - 1;
    const chunk = (entities: readonly CatalogEntity[]) =>
      entities.slice(
        index * ENTITIES_PER_FILE_COUNT,
        (index + 1) * ENTITIES_PER_FILE_COUNT,
      );
    const { company } = this.#landscape;
    switch (kind) {
      case 'organization':
        return chunk(organizationEntities(company));
      case 'systems':
        return chunk(domainEntities(company));
      case 'components':
        return this.#components(index + 1, catalogUrl);
      default:
        return undefined;
    }
  }

  #components(file: number, catalogUrl: string): readonly CatalogEntity[] {
    this.#assignFiles();
    return this.#landscape
      .services()
      .filter(({ name }) => this.#fileOf.get(name) === file)
      .map(service => componentEntity(service, catalogUrl));
  }

  #assignFiles(): void {
    for (const { name } of this.#landscape.services()) {
      if (!this.#fileOf.has(name)) {
        if (this.#inLastFileCount === ENTITIES_PER_FILE_COUNT) {
          this.#lastFile += 1;
          this.#inLastFileCount = 0;
        }
        this.#inLastFileCount += 1;
        this.#fileOf.set(name, this.#lastFile);
      }
    }
  }

  #location(): CatalogEntity {
    this.#assignFiles();
    const { company } = this.#landscape;
    const names = (kind: string, count: number): string[] =>
      Array.from({ length: count }, (_, at) => `./${kind}-${at + 1}.yaml`);
    const filesFor = (entities: readonly CatalogEntity[]): number =>
      Math.ceil(entities.length / ENTITIES_PER_FILE_COUNT);
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Location',
      metadata: {
        name: 'fernway',
        description: 'Everything that Fernway has',
      },
      spec: {
        type: 'url',
        targets: [
          ...names('organization', filesFor(organizationEntities(company))),
          ...names('systems', filesFor(domainEntities(company))),
          ...names('components', this.#lastFile),
        ],
      },
    };
  }
}
