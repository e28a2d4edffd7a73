import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readAlertsConfig, type AlertsConfig } from './readAlertsConfig';

const MIB_BYTES = 1024 * 1024;

/** The settings of the plugin. */
export interface RunbooksConfig {
  readonly maxSizeBytes: number;
  readonly reviewRequired: boolean;
  /** In lower case. */
  readonly entityKinds: readonly string[];
  readonly importLimits: ImportLimits;
  readonly alerts: AlertsConfig;
}

/** Limits of one upload. */
export interface ImportLimits {
  readonly maxBytes: number;
  readonly maxUnpackedBytes: number;
  readonly maxFilesCount: number;
}

const ENTITY_KINDS = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
  'group',
];

/** Reads `runbooks`; throws an InputError that names the key for what makes no sense. */
export function readRunbooksConfig(root: Config): RunbooksConfig {
  const config = root.getOptionalConfig('runbooks');
  const positive = (key: string, fallback: number): number => {
    const value = config?.getOptionalNumber(key) ?? fallback;
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new InputError(
        `Config runbooks.${key} is ${value}, but has to be a whole number above 0`,
      );
    }
    return value;
  };
  const kinds = config?.getOptionalStringArray('entityKinds') ?? ENTITY_KINDS;
  if (kinds.length === 0) {
    throw new InputError('Config runbooks.entityKinds names no kind');
  }
  return {
    maxSizeBytes: positive('maxSizeBytes', MIB_BYTES),
    reviewRequired: config?.getOptionalBoolean('review.required') ?? false,
    entityKinds: [
      ...new Set(kinds.map(kind => kind.toLocaleLowerCase('en-US'))),
    ],
    importLimits: {
      maxBytes: positive('import.maxBytes', 32 * MIB_BYTES),
      maxUnpackedBytes: positive('import.maxUnpackedBytes', 256 * MIB_BYTES),
      maxFilesCount: positive('import.maxFiles', 10_000),
    },
    alerts: readAlertsConfig(root),
  };
}
