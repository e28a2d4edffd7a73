import { InputError, NotFoundError, serializeError } from '@backstage/errors';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';
import { CatalogFiles } from '../catalog/CatalogFiles';
import { jobReference } from '../company/model';
import type {
  ClusterIncidentReport,
  IncidentReport,
  Landscape,
} from '../Landscape';
import type { Clusters } from './Clusters';
import type { PrometheusServer } from '../prometheus';
import {
  faultOf,
  incidentSchema,
  isNodeIncident,
  isWorkloadIncident,
  prometheusFaultOf,
  serviceChangeSchema,
} from './requests';
import type { ControlIncident, SourceIncident } from './requests';
import type { Sources } from './Sources';

const KEPT_INCIDENTS_COUNT = 100;

const STATUS_OF: Readonly<Record<string, number>> = {
  InputError: 400,
  NotFoundError: 404,
  ConflictError: 409,
};

type Incident =
  | IncidentReport
  | ClusterIncidentReport
  | (SourceIncident & { readonly at: number });

interface ControlApiOptions {
  readonly landscape: Landscape;
  readonly sources: Sources;
  readonly clusters: Clusters;
  readonly prometheus: PrometheusServer;
}

/** The company's catalog files, and what makes anything happen now. For tests and demos. */
export class ControlApi {
  readonly #landscape: Landscape;
  readonly #sources: Sources;
  readonly #clusters: Clusters;
  readonly #prometheus: PrometheusServer;
  readonly #files: CatalogFiles;
  #incidents: readonly Incident[] = [];
  #catalogCallsCount = 0;

  private constructor(options: ControlApiOptions) {
    this.#landscape = options.landscape;
    this.#sources = options.sources;
    this.#clusters = options.clusters;
    this.#prometheus = options.prometheus;
    this.#files = CatalogFiles.create(options.landscape);
  }

  static create(options: ControlApiOptions): ControlApi {
    return new ControlApi(options);
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    try {
      if (request.method === 'GET' && url.pathname.startsWith('/catalog/')) {
        this.#sendCatalog(request, response);
        return;
      }
      sendJson(response, 200, await this.#answer(request, url));
    } catch (error) {
      const { name, message } = serializeError(toError(error));
      sendJson(response, STATUS_OF[name] ?? 500, { error: { name, message } });
    }
  }

  async #answer(request: IncomingMessage, url: URL): Promise<unknown> {
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /control/state':
        return this.#state(url.searchParams.has('services'));
      case 'GET /control/calls':
        return this.#calls();
      case 'POST /control/calls/reset':
        this.#catalogCallsCount = 0;
        this.#sources.all().forEach(server => server.resetCalls());
        this.#clusters.all().forEach(server => server.resetCalls());
        this.#prometheus.resetCalls();
        return this.#calls();
      case 'POST /control/incidents':
        return this.#incident(await read(request, incidentSchema));
      case 'POST /control/services':
        return this.#change(await read(request, serviceChangeSchema));
      default:
        throw new NotFoundError(`No ${request.method} ${url.pathname} here`);
    }
  }

  #state(withServices: boolean): unknown {
    const services = this.#landscape.services();
    return {
      seed: this.#landscape.seed,
      startedAt: new Date(this.#landscape.startAt).toISOString(),
      now: new Date(this.#landscape.now()).toISOString(),
      sources: [
        ...this.#sources.all().map(({ name, url, fault }) => ({
          source: `jenkins/${name}`,
          url,
          fault,
        })),
        ...this.#clusters.all().map(({ name, url, fault, refusals }) => ({
          source: `kubernetes/${name}`,
          url,
          fault,
          refusals,
        })),
        {
          source: `prometheus/${this.#prometheus.name}`,
          url: this.#prometheus.url,
          fault: this.#prometheus.fault,
        },
      ],
      serviceCount: services.length,
      ...(withServices
        ? {
            services: services.map(({ jobs, ...service }) => ({
              ...service,
              jobs: jobs.map(job => ({
                reference: jobReference(job),
                branches: job.branches?.map(({ name }) => name),
              })),
            })),
          }
        : {}),
      incidents: this.#incidents,
    };
  }

  #calls(): unknown {
    return {
      ...Object.fromEntries(
        this.#sources
          .all()
          .map(({ name, callCounts }) => [`jenkins/${name}`, callCounts]),
      ),
      ...Object.fromEntries(
        this.#clusters
          .all()
          .map(({ name, callCounts }) => [`kubernetes/${name}`, callCounts]),
      ),
      [`prometheus/${this.#prometheus.name}`]: this.#prometheus.callCounts,
      catalog: { total: this.#catalogCallsCount },
    };
  }

  async #incident(body: ControlIncident): Promise<Incident> {
    const incident = await this.#makeHappen(body);
    this.#incidents = [incident, ...this.#incidents].slice(
      0,
      KEPT_INCIDENTS_COUNT,
    );
    return incident;
  }

  async #makeHappen(body: ControlIncident): Promise<Incident> {
    if (isWorkloadIncident(body)) {
      return this.#landscape.workloadIncident(body);
    }
    if (isNodeIncident(body)) {
      return this.#landscape.nodeIncident(body);
    }
    if (!('source' in body)) {
      return this.#landscape.incident(body);
    }
    await this.#misbehave(body);
    return { ...body, at: this.#landscape.now() };
  }

  async #misbehave(incident: SourceIncident): Promise<void> {
    const { source } = incident;
    const cluster = this.#clusters.find(source);
    if (cluster) {
      await this.#clusters.apply(cluster, incident);
    } else if (source === `prometheus/${this.#prometheus.name}`) {
      await this.#prometheus.setFault(prometheusFaultOf(incident));
    } else {
      await this.#sources.force(source, faultOf(incident));
    }
  }

  #change(body: z.infer<typeof serviceChangeSchema>): unknown {
    switch (body.action) {
      case 'add':
        return this.#landscape.addService(body);
      case 're-own':
        return this.#landscape.reownService(body.name, body.owner);
      case 'annotate':
        return this.#landscape.annotateService(body.name, body.annotations);
      default:
        this.#landscape.deleteService(body.name);
        return { deleted: body.name };
    }
  }

  #sendCatalog(request: IncomingMessage, response: ServerResponse): void {
    this.#catalogCallsCount += 1;
    const path = (request.url ?? '').replace('/catalog/', '');
    const { localAddress, localPort } = request.socket;
    const file = this.#files.read(
      path,
      `http://${localAddress}:${localPort}/catalog`,
    );
    if (!file) {
      throw new NotFoundError(`There is no catalog file ${path}`);
    }
    const etag = `"${createHash('sha1').update(file).digest('hex')}"`;
    const headers = { ETag: etag, 'Content-Type': 'text/yaml;charset=utf-8' };
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, headers).end(file);
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

async function read<T extends z.ZodType>(
  request: IncomingMessage,
  schema: T,
): Promise<z.infer<T>> {
  let body: unknown;
  try {
    body = JSON.parse(await text(request));
  } catch {
    throw new InputError('The body is no JSON');
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new InputError(parsed.error.message);
  }
  return parsed.data;
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json' })
    .end(JSON.stringify(body));
}
