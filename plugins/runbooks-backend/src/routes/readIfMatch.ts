import { InputError } from '@backstage/errors';
import { PreconditionRequiredError } from '../service/errors';

const TAG = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;
const VERSION_TAG = /^"([1-9]\d{0,9})"$/;

/**
 * Reads the versions that an `If-Match` names. Throws a PreconditionRequiredError where it names
 * none, and an InputError where it is none. Weak tags are tags that no version has, as HTTP says.
 */
export function readIfMatch(header: string | undefined): readonly number[] {
  const text = header?.trim() ?? '';
  if (text === '') {
    throw new PreconditionRequiredError(
      'Saving needs the version that it comes after, as the header If-Match: "3"',
    );
  }
  if (text === '*') {
    throw new PreconditionRequiredError(
      'If-Match: * would overwrite what nobody has read; name the version, as in If-Match: "3"',
    );
  }
  const tags = text.split(',').map(tag => tag.trim());
  if (!tags.every(tag => TAG.test(tag))) {
    throw new InputError(
      `If-Match is ${text.slice(
        0,
        100,
      )}, but has to be the ETag of the runbook in quotes, as in If-Match: "3"`,
    );
  }
  return tags.flatMap(tag => {
    const version = VERSION_TAG.exec(tag);
    return version ? [Number(version[1])] : [];
  });
}
