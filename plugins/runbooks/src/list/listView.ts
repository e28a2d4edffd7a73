import {
  PROBLEM_CODES,
  RUNBOOK_STATES,
  type ProblemCode,
  type RunbooksQuery,
  type RunbookState,
} from '@callboard/plugin-runbooks-common';

/** Stands for the viewer and their groups. */
export const OWNER_ME = '@me';

/** What the list shows. */
export interface ListView {
  readonly q: string;
  readonly owner: readonly string[];
  readonly tag: readonly string[];
  /** Drafts and published ones where none is named. */
  readonly state: readonly RunbookState[];
  readonly problem: readonly ProblemCode[];
  /** Of this entity alone. */
  readonly entityRef: string;
}

/** Every runbook that is not archived. */
export const EMPTY_VIEW: ListView = {
  q: '',
  owner: [],
  tag: [],
  state: [],
  problem: [],
  entityRef: '',
};

function distinct<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function known<T extends string>(
  values: readonly string[],
  all: readonly T[],
): T[] {
  return all.filter(value => values.includes(value));
}

/** Reads the address; what it does not know is left out. */
export function readView(params: URLSearchParams): ListView {
  const list = (name: string) =>
    distinct(params.getAll(name).filter(value => value.trim() !== ''));
  return {
    q: params.get('q') ?? '',
    owner: list('owner'),
    tag: list('tag'),
    state: known(list('state'), RUNBOOK_STATES),
    problem: known(list('problem'), PROBLEM_CODES),
    entityRef: params.get('entityRef') ?? '',
  };
}

/** The address of a view. */
export function writeView(view: ListView): URLSearchParams {
  const params = new URLSearchParams();
  const { q, entityRef, ...lists } = view;
  if (q.trim() !== '') {
    params.set('q', q);
  }
  if (entityRef !== '') {
    params.set('entityRef', entityRef);
  }
  for (const [name, values] of Object.entries(lists)) {
    values.forEach(value => params.append(name, value));
  }
  return params;
}

/** What the server is asked for a view. */
export function queryOf(view: ListView): RunbooksQuery {
  const { q, owner, tag, state, problem, entityRef } = view;
  return {
    ...(q.trim() !== '' && { q: q.trim() }),
    ...(entityRef !== '' && { entityRef }),
    ...(owner.length > 0 && { owner }),
    ...(tag.length > 0 && { tag }),
    ...(state.length > 0 && { state }),
    ...(problem.length > 0 && { problem }),
  };
}

/** Whether two views show the same, in whatever order their values stand. */
export function isSameView(one: ListView, other: ListView): boolean {
  const key = (view: ListView) => {
    const params = writeView(view);
    params.sort();
    return [...params]
      .map(pair => pair.join('='))
      .sort()
      .join('&');
  };
  return key(one) === key(other);
}
