import { InputError } from '@backstage/errors';

/** The two parts of a source's id. @public */
export interface SourceIdParts {
  /** `jenkins` */
  readonly type: string;
  /** `main` */
  readonly name: string;
}

/** The id of a source, `jenkins/main`. Names may hold slashes, types may not. @public */
export function sourceId(type: string, name: string): string {
  if (!isType(type) || name === '') {
    throw new InputError(`'${type}/${name}' is no id of a source`);
  }
  return `${type}/${name}`;
}

/** The parts of `jenkins/main`; throws an InputError where it is no id of a source. @public */
export function parseSourceId(id: string): SourceIdParts {
  const slash = id.indexOf('/');
  const type = id.slice(0, slash);
  const name = id.slice(slash + 1);
  if (slash < 0 || !isType(type) || name === '') {
    throw new InputError(
      `'${id}' is no id of a source, expected <type>/<name> like 'jenkins/main'`,
    );
  }
  return { type, name };
}

function isType(type: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(type);
}
