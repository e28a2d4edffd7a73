import { NotFoundError } from '@backstage/errors';
import { INSTANCES } from '../company/model';
import type { InstanceName } from '../company/model';
import { JenkinsServer } from '../jenkins';
import type { JenkinsFault, JenkinsItem } from '../jenkins';
import { isAway } from './isAway';

/** The source that goes away by itself. */
const UNRELIABLE: InstanceName = 'mobile';

/** What every source lets in. No secret: the company is make-believe. */
export const CREDENTIALS = {
  user: 'callboard',
  token: 'landscape-token-not-a-secret',
} as const;

interface SourcesOptions {
  readonly items: (instance: InstanceName) => readonly JenkinsItem[];
  readonly ports: Readonly<Partial<Record<InstanceName, number>>>;
  readonly clock: () => number;
  readonly startAt: number;
}

/** The servers that speak for the company's systems, and how they are made to misbehave. */
export class Sources {
  readonly #servers: ReadonlyMap<InstanceName, JenkinsServer>;
  readonly #clock: () => number;
  readonly #startAt: number;
  /** Set by hand; regular outages leave these alone. */
  readonly #forced = new Set<InstanceName>();

  private constructor(
    servers: ReadonlyMap<InstanceName, JenkinsServer>,
    options: SourcesOptions,
  ) {
    this.#servers = servers;
    this.#clock = options.clock;
    this.#startAt = options.startAt;
  }

  static async start(options: SourcesOptions): Promise<Sources> {
    const servers = new Map<InstanceName, JenkinsServer>();
    try {
      for (const name of INSTANCES) {
        const server = await JenkinsServer.start({
          name,
          items: () => options.items(name),
          auth: CREDENTIALS,
          clock: options.clock,
          port: options.ports[name],
          publicPages: true,
        });
        servers.set(name, server);
      }
    } catch (error) {
      await Promise.all([...servers.values()].map(server => server.stop()));
      throw error;
    }
    return new Sources(servers, options);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#servers.values()].map(server => server.stop()));
  }

  /** By name, with or without the type: `main`, `jenkins/main`. */
  get(name: string): JenkinsServer {
    const instance = INSTANCES.find(
      known => known === name.replace(/^jenkins\//, ''),
    );
    const server = instance && this.#servers.get(instance);
    if (!server) {
      throw new NotFoundError(`There is no source ${name}`);
    }
    return server;
  }

  all(): readonly JenkinsServer[] {
    return [...this.#servers.values()];
  }

  /** Misbehaves until told otherwise; `none` hands the source back to the regular outages. */
  async force(name: string, fault: JenkinsFault): Promise<void> {
    const server = this.get(name);
    const instance = server.name as InstanceName;
    if (fault.kind === 'none') {
      this.#forced.delete(instance);
    } else {
      this.#forced.add(instance);
    }
    await server.setFault(fault);
  }

  /** Lets the unreliable source go or come back, as the time is. */
  async keepOutages(): Promise<void> {
    if (this.#forced.has(UNRELIABLE)) {
      return;
    }
    const server = this.get(UNRELIABLE);
    const away = isAway({ now: this.#clock(), startAt: this.#startAt });
    if (away !== (server.fault.kind === 'down')) {
      await server.setFault({ kind: away ? 'down' : 'none' });
    }
  }
}
