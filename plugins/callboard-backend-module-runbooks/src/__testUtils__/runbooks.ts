import type { Subject } from '@callboard/plugin-callboard-node';
import type { KnownRunbook } from '../KnownRunbook';

/** A published runbook of the checkout with nothing wrong. */
export function runbook(overrides: Partial<KnownRunbook> = {}): KnownRunbook {
  return {
    id: 'rb-1',
    entityRef: 'component:default/checkout',
    title: 'Pods crash',
    state: 'published',
    problems: [],
    ...overrides,
  };
}

/** What is wrong with a runbook. */
export function problem(
  code: string,
  more: Partial<KnownRunbook['problems'][number]> = {},
): KnownRunbook['problems'][number] {
  return { code, message: `It is ${code}`, hint: `Mend ${code}`, ...more };
}

/** A service as the Callboard hands it over. */
export function subject(
  name: string,
  spec: Partial<Subject['spec']> = {},
): Subject {
  const entityRef = `component:default/${name}`;
  return {
    id: name,
    entityRef,
    source: 'runbooks/main',
    aspect: 'runbooks',
    key: entityRef,
    spec: { refs: [entityRef], external: 0, ...spec },
  };
}
