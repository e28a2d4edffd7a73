import type { Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { toHttpUrl } from '@callboard/plugin-callboard-node';

/** A cluster's dashboard, as the stock plugin's config and annotations describe it. */
export interface Dashboard {
  /** `http` or `https`; some dashboards are found by their parameters alone. */
  readonly url?: string;
  /** `standard` where config names none. */
  readonly app: string;
  /** Texts only: nothing else can stand in an address. */
  readonly parameters: Readonly<Record<string, string>>;
}

const DEFAULT_APP = 'standard';

/** What stands of a dashboard beside a cluster in the config; a URL that is no address is left out. */
export function readDashboard(config: Config): Dashboard | undefined {
  return toDashboard({
    url: config.getOptionalString('dashboardUrl'),
    app: config.getOptionalString('dashboardApp'),
    parameters: config.getOptional<JsonObject>('dashboardParameters'),
  });
}

/** Undefined where there is neither an address nor parameters. */
export function toDashboard(options: {
  readonly url?: string;
  readonly app?: string;
  readonly parameters?: unknown;
}): Dashboard | undefined {
  const url = toHttpUrl(options.url);
  const parameters = textsOf(options.parameters);
  return url || Object.keys(parameters).length > 0
    ? { ...(url && { url }), app: options.app ?? DEFAULT_APP, parameters }
    : undefined;
}

function textsOf(value: unknown): Record<string, string> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, text]) =>
          typeof text === 'string' && text !== '' ? [[name, text]] : [],
        ),
      )
    : {};
}
