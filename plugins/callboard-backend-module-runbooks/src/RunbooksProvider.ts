import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import {
  readSourceSettings,
  sourceId,
  type Resolution,
  type StatusSource,
  type StatusSourceProvider,
} from '@callboard/plugin-callboard-node';
import { resolveEntity } from './resolveEntity';
import { RunbooksSource, type RunbooksSourceOptions } from './RunbooksSource';
import { SOURCE_NAME, SOURCE_TYPE } from './source';

export interface RunbooksProviderOptions
  extends Pick<
    RunbooksSourceOptions,
    'baseUrl' | 'authorize' | 'domains' | 'now'
  > {
  readonly config: Config;
}

/** The portal's own runbooks, in which every service has a subject. */
export class RunbooksProvider implements StatusSourceProvider {
  readonly type = SOURCE_TYPE;
  readonly sources: readonly StatusSource[];

  static create(options: RunbooksProviderOptions): RunbooksProvider {
    return new RunbooksProvider(options);
  }

  private constructor({ config, ...options }: RunbooksProviderOptions) {
    const settings = readSourceSettings(config);
    this.sources = [
      RunbooksSource.create({
        ...options,
        ...settings.get(sourceId(SOURCE_TYPE, SOURCE_NAME)),
        appUrl: config.getOptionalString('app.baseUrl'),
      }),
    ];
  }

  resolve(entity: Entity): Resolution {
    return resolveEntity(entity);
  }
}
