import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/**
 * Reads the query string as what it is, a list of names and values: a list parameter is a list
 * whether it is given once or many times, brackets and dots mean nothing, and no number of values
 * turns a list into an object, as it does in the parser of express.
 * @public
 */
export function parseQuery(options: {
  /** Names of the parameters that may be given several times. */
  readonly lists: readonly string[];
}): RequestHandler {
  const lists = new Set(options.lists);
  return (req, _res, next) => {
    if (req.path.includes('%00')) {
      throw new InputError('The path holds a NUL');
    }
    const query: Record<string, string | string[]> = {};
    const question = req.url.indexOf('?');
    const text = question < 0 ? '' : req.url.slice(question + 1);
    for (const [name, value] of new URLSearchParams(text)) {
      if (value.includes('\0')) {
        throw new InputError(`The query parameter '${name}' holds a NUL`);
      }
      if (value === '' && lists.has(name)) {
        // As forms send a filter that is not set.
        continue;
      }
      const before = Object.hasOwn(query, name) ? query[name] : undefined;
      if (Array.isArray(before)) {
        before.push(value);
      } else if (before !== undefined) {
        throw new InputError(`The query parameter '${name}' is given twice`);
      } else {
        define(query, name, lists.has(name) ? [value] : value);
      }
    }
    Object.defineProperty(req, 'query', {
      value: query,
      writable: true,
      configurable: true,
      enumerable: true,
    });
    next();
  };
}

/** Even for a name like `__proto__`, which an assignment would take for something else. */
function define(
  query: Record<string, string | string[]>,
  name: string,
  value: string | string[],
): void {
  Object.defineProperty(query, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: true,
  });
}
