/** Whether this is a JSON object. */
export function isObject(
  json: unknown,
): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Whether there is nothing: left out, or null. */
export function isNothing(json: unknown): json is null | undefined {
  return json === undefined || json === null;
}

/** Whether this is text, or nothing. */
export function isMaybeText(json: unknown): json is string | null | undefined {
  return isNothing(json) || typeof json === 'string';
}
