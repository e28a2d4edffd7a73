import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  callboardSourceReadPermission,
  type FacetName,
  type ServiceDetail,
  type ServicePage,
  type SourceDetail,
} from '@callboard/plugin-callboard-common';
import {
  SEES_ALL,
  type CatalogVisibility,
  type ViewerOwnership,
  type Visibility,
} from '@callboard/plugin-callboard-node';
import { requirePermission } from '../permissions/requirePermission';
import type { Answer } from './Answer';
import type {
  Board,
  DoctorPage,
  DoctorQuery,
  FacetList,
  FindingHistory,
  FindingHistoryQuestion,
  PageQuery,
  ServiceFilter,
  ServicesByRef,
  SourceList,
  Timeline,
  TimelineQuery,
} from './Board';
import { noSuchService } from './noSuchService';

export interface AuthorizedBoardOptions {
  readonly board: Board<Visibility>;
  readonly visibility: CatalogVisibility;
  readonly ownership: ViewerOwnership;
  readonly permissions: PermissionsService;
}

/** Shows of a board what the viewer may see, and knows who "me" is. */
export class AuthorizedBoard implements Board<BackstageCredentials> {
  readonly #board: Board<Visibility>;
  readonly #visibility: CatalogVisibility;
  readonly #ownership: ViewerOwnership;
  readonly #permissions: PermissionsService;

  static create(options: AuthorizedBoardOptions): AuthorizedBoard {
    return new AuthorizedBoard(options);
  }

  private constructor(options: AuthorizedBoardOptions) {
    this.#board = options.board;
    this.#visibility = options.visibility;
    this.#ownership = options.ownership;
    this.#permissions = options.permissions;
  }

  async services(
    query: PageQuery,
    viewer: BackstageCredentials,
  ): Promise<Answer<ServicePage>> {
    const [filter, visibility] = await this.#both(query.filter, viewer);
    return this.#board.services({ ...query, filter }, visibility);
  }

  async servicesByRef(
    entityRefs: readonly string[],
    viewer: BackstageCredentials,
  ): Promise<Answer<ServicesByRef>> {
    const visibility = await this.#visibility.visibilityOf(viewer);
    return this.#board.servicesByRef(entityRefs, visibility);
  }

  async facets(
    query: { readonly by: FacetName; readonly filter: ServiceFilter },
    viewer: BackstageCredentials,
  ): Promise<Answer<FacetList>> {
    const [filter, visibility] = await this.#both(query.filter, viewer);
    return this.#board.facets({ ...query, filter }, visibility);
  }

  async service(
    entityRef: string,
    viewer: BackstageCredentials,
  ): Promise<Answer<ServiceDetail>> {
    await this.#requireVisible(entityRef, viewer);
    return this.#board.service(entityRef, SEES_ALL);
  }

  async timeline(
    query: TimelineQuery & { readonly entityRef: string },
    viewer: BackstageCredentials,
  ): Promise<Answer<Timeline>> {
    await this.#requireVisible(query.entityRef, viewer);
    return this.#board.timeline(query, SEES_ALL);
  }

  async findings(
    question: FindingHistoryQuestion,
    viewer: BackstageCredentials,
  ): Promise<Answer<FindingHistory>> {
    const visibility = await this.#visibility.visibilityOf(viewer);
    return this.#board.findings(question, visibility);
  }

  async sources(viewer: BackstageCredentials): Promise<Answer<SourceList>> {
    return this.#board.sources(await this.#sourceViewer(viewer));
  }

  async source(
    source: string,
    viewer: BackstageCredentials,
  ): Promise<Answer<SourceDetail>> {
    return this.#board.source(source, await this.#sourceViewer(viewer));
  }

  async doctor(
    query: DoctorQuery,
    viewer: BackstageCredentials,
  ): Promise<Answer<DoctorPage>> {
    const [filter, visibility] = await this.#both(query, viewer);
    return this.#board.doctor(filter, visibility);
  }

  /** A service that may not be seen is answered exactly like one that does not exist. */
  async #requireVisible(
    entityRef: string,
    viewer: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.#visibility.maySee(entityRef, viewer))) {
      throw noSuchService(entityRef);
    }
  }

  /** The services that count for someone who may see sources. */
  async #sourceViewer(viewer: BackstageCredentials): Promise<Visibility> {
    const [visibility] = await Promise.all([
      this.#visibility.visibilityOf(viewer),
      requirePermission(this.#permissions, {
        permission: callboardSourceReadPermission,
        credentials: viewer,
      }),
    ]);
    return visibility;
  }

  #both<T extends { readonly owners: readonly string[] }>(
    filter: T,
    viewer: BackstageCredentials,
  ): Promise<[T, Visibility]> {
    return Promise.all([
      this.#ownership.resolve(filter, viewer),
      this.#visibility.visibilityOf(viewer),
    ]);
  }
}
