const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/;
const MAX_NAME_LENGTH_COUNT = 63;
const MAX_PREFIX_LENGTH_COUNT = 253;

/** Why a word is no name of a label; undefined where it is one. */
export function labelKeyProblem(key: string): string | undefined {
  const parts = key.split('/');
  if (parts.length > 2) {
    return 'the name of a label has at most one slash';
  }
  const name = parts[parts.length - 1];
  if (name.length > MAX_NAME_LENGTH_COUNT) {
    return `the name of a label has at most ${MAX_NAME_LENGTH_COUNT} characters`;
  }
  if (!NAME.test(name)) {
    return "the name of a label is letters, digits, '-', '_' and '.', and begins and ends with a letter or digit";
  }
  const prefix = parts.length === 2 ? parts[0] : undefined;
  return prefix !== undefined &&
    (prefix.length > MAX_PREFIX_LENGTH_COUNT || !PREFIX.test(prefix))
    ? 'what stands before the slash of a label is a domain in lower case'
    : undefined;
}

/** Why a word is no value of a label; undefined where it is one. */
export function labelValueProblem(value: string): string | undefined {
  if (value.length > MAX_NAME_LENGTH_COUNT) {
    return `the value of a label has at most ${MAX_NAME_LENGTH_COUNT} characters`;
  }
  return value === '' || NAME.test(value)
    ? undefined
    : "the value of a label is letters, digits, '-', '_' and '.', and begins and ends with a letter or digit";
}
