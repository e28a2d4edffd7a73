import type { Matcher } from '@callboard/plugin-runbooks-common';
import type { EditedRunbook } from './editedRunbook';

/** What a new runbook is asked for: a service and what was found there. */
export interface NewRunbookQuery {
  readonly entityRef: string;
  readonly matcher: Matcher;
  readonly title?: string;
}

const SECTIONS = `## Meaning

What does this say, in one sentence?

## Impact

Who feels it, and how badly?

## Diagnosis

### Look at what goes on (2 min)

\`\`\`sh
kubectl --context {{cluster}} -n {{namespace}} get pods
\`\`\`

## Mitigation

### What helps most often (5 min)

> [!WARNING]
> What can go wrong here?

\`\`\`sh
kubectl --context {{cluster}} -n {{namespace}} rollout status deployment/{{workload}}
\`\`\`

## Verify

How do you know that it is over?

## Escalation

Whom to call when it is not?
`;

/** Reads `?entityRef=&code=&aspect=&alertname=&runbookUrl=&title=`. */
export function readNewRunbookQuery(params: URLSearchParams): NewRunbookQuery {
  const value = (name: string) => params.get(name)?.trim() || undefined;
  return {
    entityRef: value('entityRef') ?? '',
    title: value('title'),
    matcher: {
      aspect: value('aspect'),
      code: value('code'),
      alertname: value('alertname'),
      runbookUrl: value('runbookUrl'),
    },
  };
}

/** The query of the page for a new runbook. */
export function toNewRunbookQuery(query: NewRunbookQuery): string {
  const { entityRef, title, matcher } = query;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({
    entityRef,
    title,
    ...matcher,
  })) {
    if (value) {
      params.set(name, value);
    }
  }
  return params.toString();
}

/** A runbook to begin with: what it is for, and the sections that readers look for. */
export function newRunbook(query: NewRunbookQuery): EditedRunbook {
  const { entityRef, title = '', matcher } = query;
  const isFor = Object.values(matcher).some(value => value !== undefined);
  return {
    entityRef,
    title,
    content: SECTIONS,
    tags: [],
    matches: isFor ? [matcher] : [],
    owner: '',
    reviewBy: '',
    reviewers: [],
    pinned: false,
  };
}
