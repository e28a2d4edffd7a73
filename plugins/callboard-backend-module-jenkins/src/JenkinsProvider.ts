import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import {
  readPipelineThresholds,
  readSourceSettings,
  sourceId,
  type Resolution,
  type StatusSource,
  type StatusSourceProvider,
} from '@callboard/plugin-callboard-node';
import { resolveEntity } from './annotations/resolveEntity';
import type { JenkinsInstance } from './config/JenkinsInstance';
import { readInstances } from './config/readInstances';
import { JenkinsSource } from './observe/JenkinsSource';

/** All configured Jenkins instances, and what entities name in them. */
export class JenkinsProvider implements StatusSourceProvider {
  readonly type = 'jenkins';
  readonly sources: readonly StatusSource[];
  readonly #instances: readonly JenkinsInstance[];

  /** Throws an InputError that names the key where the config cannot be used. */
  static fromConfig(
    config: Config,
    options: { now?: () => number } = {},
  ): JenkinsProvider {
    const instances = readInstances(config);
    const thresholds = readPipelineThresholds(config);
    const settings = readSourceSettings(config);
    const sources = instances.map(instance =>
      JenkinsSource.create({
        instance,
        thresholds,
        ...settings.get(sourceId('jenkins', instance.name)),
        now: options.now,
      }),
    );
    return new JenkinsProvider({ instances, sources });
  }

  private constructor(options: {
    instances: readonly JenkinsInstance[];
    sources: readonly StatusSource[];
  }) {
    this.#instances = options.instances;
    this.sources = options.sources;
  }

  resolve(entity: Entity): Resolution {
    return resolveEntity(entity, this.#instances);
  }
}
