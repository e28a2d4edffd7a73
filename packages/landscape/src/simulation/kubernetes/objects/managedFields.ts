import { timestamp } from '../naming';

type Json = unknown;

/** Which field tells the items of a list apart, as the API's schema has it. */
const KEYS = ['name', 'type', 'ip', 'uid', 'mountPath', 'address'];

const known = new WeakMap<object, Json>();

/** Fields of a value as `FieldsV1`: who owns which. */
function fieldsOf(value: Json): Json {
  if (typeof value !== 'object' || value === null) {
    return {};
  }
  if (Array.isArray(value)) {
    return listFields(value);
  }
  const fields: Record<string, Json> = {};
  for (const [name, inner] of Object.entries(value)) {
    fields[`f:${name}`] = fieldsOf(inner);
  }
  return fields;
}

function listFields(items: readonly Json[]): Json {
  const fields: Record<string, Json> = { '.': {} };
  for (const item of items) {
    if (typeof item !== 'object' || item === null) {
      return {};
    }
    const entries = Object.entries(item);
    const key = KEYS.map(name => entries.find(([own]) => own === name)).find(
      Boolean,
    );
    if (!key) {
      return {};
    }
    const inner = fieldsOf(item);
    fields[`k:${JSON.stringify({ [key[0]]: key[1] })}`] = {
      '.': {},
      ...(typeof inner === 'object' ? inner : {}),
    };
  }
  return fields;
}

/** The same for a part that many objects share. */
function sharedFieldsOf(part: object): Json {
  const found = known.get(part) ?? fieldsOf(part);
  known.set(part, found);
  return found;
}

/** An entry of `metadata.managedFields`: somebody wrote these parts then. */
export function managed(options: {
  manager: string;
  apiVersion: string;
  at: number;
  /** Parts of the object by their names; kept for as long as the part lives. */
  fields: Readonly<Record<string, object>>;
  subresource?: 'status';
}): Readonly<Record<string, unknown>> {
  const { manager, apiVersion, at, fields, subresource } = options;
  return {
    manager,
    operation: 'Update',
    apiVersion,
    time: timestamp(at),
    fieldsType: 'FieldsV1',
    fieldsV1: Object.fromEntries(
      Object.entries(fields).map(([name, part]) => [
        `f:${name}`,
        sharedFieldsOf(part),
      ]),
    ),
    ...(subresource ? { subresource } : {}),
  };
}
