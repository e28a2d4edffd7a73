import type { Config } from '@backstage/config';
import { ConflictError, InputError } from '@backstage/errors';
import { DEFAULT_INSTANCE, type JenkinsInstance } from './JenkinsInstance';
import { readCredentials } from './readCredentials';

const MAX_NAME_LENGTH_COUNT = 100;

/**
 * The Jenkins instances of the stock plugin's config: `jenkins.instances[]`, and `jenkins.baseUrl`
 * as the one called `default`. Throws an InputError that names the config key and never a value.
 */
export function readInstances(config: Config): readonly JenkinsInstance[] {
  const jenkins = config.getOptionalConfig('jenkins');
  if (!jenkins) {
    return [];
  }
  const named = (jenkins.getOptionalConfigArray('instances') ?? []).map(
    (instance, index) =>
      readInstance({
        config: instance,
        key: `jenkins.instances[${index}]`,
        name: readName(instance, `jenkins.instances[${index}]`),
      }),
  );
  const instances = hasTopLevel(jenkins)
    ? [
        ...named,
        readInstance({
          config: jenkins,
          key: 'jenkins',
          name: DEFAULT_INSTANCE,
        }),
      ]
    : named;
  return withoutDuplicates(instances);
}

function hasTopLevel(jenkins: Config): boolean {
  return ['baseUrl', 'username', 'apiKey'].some(key => jenkins.has(key));
}

function readName(config: Config, key: string): string {
  const name = config.getString('name').trim();
  if (
    name === '' ||
    name.length > MAX_NAME_LENGTH_COUNT ||
    /[\p{Cc}\s:,/\\]/u.test(name)
  ) {
    throw new InputError(
      `${key}.name must be a short name without spaces, slashes, colons and commas, because annotations use it as a prefix`,
    );
  }
  return name;
}

function readInstance(options: {
  config: Config;
  key: string;
  name: string;
}): JenkinsInstance {
  const { config, key, name } = options;
  return {
    name,
    access: {
      baseUrl: readBaseUrl(config, key),
      ...readCredentials(config, key),
    },
  };
}

function readBaseUrl(config: Config, key: string): string {
  const text = config.getString('baseUrl');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new InputError(
      `${key}.baseUrl must be an absolute http or https URL, like https://jenkins.example.com`,
    );
  }
  if (url.username || url.password) {
    throw new InputError(
      `${key}.baseUrl must not hold credentials; put them into ${key}.username and ${key}.apiKey`,
    );
  }
  if (url.search || url.hash) {
    throw new InputError(
      `${key}.baseUrl must end with its path, without ? and #`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

function withoutDuplicates(
  instances: readonly JenkinsInstance[],
): readonly JenkinsInstance[] {
  const seen = new Set<string>();
  for (const { name } of instances) {
    if (seen.has(name)) {
      throw new ConflictError(
        name === DEFAULT_INSTANCE
          ? `Jenkins instance '${name}' is configured twice: jenkins.baseUrl is the instance '${name}' too, so use only one of both`
          : `Jenkins instance '${name}' is configured twice in jenkins.instances`,
      );
    }
    seen.add(name);
  }
  return instances;
}
