import type { Run } from '@callboard/plugin-runbooks-common';
import { runAsMarkdown } from './runAsMarkdown';

const RUN: Run = {
  id: 'run-1',
  runbookId: 'runbook-1',
  runbookVersion: 3,
  title: 'Checkout [is] *slow*',
  entityRef: 'component:default/checkout',
  dryRun: false,
  params: { namespace: 'shop' },
  finding: { code: 'slow', message: 'It is slow', status: 'failing' },
  steps: [
    {
      n: 1,
      title: 'Look\n# not a heading',
      state: 'done',
      by: 'user:default/tom',
      at: '2026-11-20T10:01:00.000Z',
      note: 'Nothing\n\nthere',
      evidence: '```sh\nx\n```',
    },
    {
      n: 2,
      title: 'Restart',
      state: 'not-applicable',
      note: 'Quota',
      textBy: 'user:default/mira',
    },
  ],
  startedAt: '2026-11-20T10:00:00.000Z',
  startedBy: 'user:default/tom',
  finishedAt: '2026-11-20T10:05:00.000Z',
  finishedBy: 'user:default/mira',
  outcome: 'workaround',
  note: 'Restarted twice',
  revision: 4,
};

describe('runAsMarkdown', () => {
  it('says who did which step when, and how it ended', () => {
    expect(runAsMarkdown(RUN)).toBe(`# Run: Checkout \\[is\\] \\*slow\\*

- **Service:** component:default/checkout
- **Runbook:** Checkout \\[is\\] \\*slow\\*, version 3 (runbook-1)
- **Started:** 2026-11-20T10:00:00.000Z by user:default/tom
- **Finished:** 2026-11-20T10:05:00.000Z by user:default/mira
- **Outcome:** Workaround
- **Value of namespace:** shop
- **Finding when it began:** failing, It is slow, slow

> Restarted twice

## Steps

### 1. Look \\# not a heading

**done**, 2026-11-20T10:01:00.000Z by user:default/tom

> Nothing
>
> there

\`\`\`\`
\`\`\`sh
x
\`\`\`
\`\`\`\`

### 2. Restart

**not applicable**

> Quota

Written by user:default/mira

`);
  });
});
