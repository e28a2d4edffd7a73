import type { InstanceName } from './company/model';
import { ControlApi } from './control/ControlApi';
import { CREDENTIALS, Sources } from './control/Sources';
import { HttpEndpoint } from './http/HttpEndpoint';
import type { JenkinsServer } from './jenkins';
import { createLandscape } from './Landscape';
import type { Landscape, LandscapeOptions } from './Landscape';

const OUTAGE_CHECK_INTERVAL_MS = 1_000;

export interface StartLandscapeOptions extends LandscapeOptions {
  /** Default: free ones. */
  readonly ports?: {
    readonly control?: number;
    readonly main?: number;
    readonly mobile?: number;
  };
  /** Whether `jenkins/mobile` goes away for a minute every ten; default false. */
  readonly outages?: boolean;
}

/** A company that can be talked to. */
export interface RunningLandscape {
  readonly landscape: Landscape;
  readonly credentials: typeof CREDENTIALS;
  readonly urls: {
    readonly control: string;
    /** Target of a catalog location of type `url`. */
    readonly catalog: string;
    /** Base URLs by the instance's name. */
    readonly jenkins: Readonly<Record<InstanceName, string>>;
  };
  jenkins(name: InstanceName): JenkinsServer;
  /** Lets the unreliable source go or come back as the clock says; time does this too. */
  keepOutages(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the company's systems, its catalog and the control API on loopback ports. */
export async function startLandscape(
  options: StartLandscapeOptions,
): Promise<RunningLandscape> {
  const { ports = {}, outages = false } = options;
  const landscape = createLandscape(options);
  const sources = await Sources.start({
    items: instance => landscape.jenkinsItems(instance),
    ports,
    clock: () => landscape.now(),
    startAt: landscape.startAt,
  });
  const control = ControlApi.create({ landscape, sources });
  const endpoint = await HttpEndpoint.start({
    port: ports.control,
    handler: (request, response) => control.handle(request, response),
  }).catch(async error => {
    await sources.stop();
    throw error;
  });

  let keeping = Promise.resolve();
  const keepOutages = (): Promise<void> => {
    keeping = keeping.catch(() => {}).then(() => sources.keepOutages());
    return keeping;
  };
  const timer = outages
    ? // A port that is taken at this moment is tried again at the next check.
      setInterval(() => keepOutages().catch(() => {}), OUTAGE_CHECK_INTERVAL_MS)
    : undefined;

  return {
    landscape,
    credentials: CREDENTIALS,
    urls: {
      control: `${endpoint.origin}/control`,
      catalog: `${endpoint.origin}/catalog/all.yaml`,
      jenkins: {
        main: sources.get('main').url,
        mobile: sources.get('mobile').url,
      },
    },
    jenkins: name => sources.get(name),
    keepOutages,
    stop: async () => {
      clearInterval(timer);
      await keeping.catch(() => {});
      await Promise.all([endpoint.close(), sources.stop()]);
    },
  };
}
