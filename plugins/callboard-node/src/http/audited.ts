import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/** @public */
export interface AuditedOptions<T> {
  readonly auditor: AuditorService;
  readonly event: AuditorServiceCreateEventOptions;
  /** What is known once it is done. */
  readonly metaOf?: (result: T) => JsonObject;
}

/** Does something and records that it was tried and how it ended. @public */
export async function audited<T>(
  options: AuditedOptions<T>,
  action: () => Promise<T>,
): Promise<T> {
  const event = await options.auditor.createEvent(options.event);
  try {
    const result = await action();
    await event.success({ meta: options.metaOf?.(result) });
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
