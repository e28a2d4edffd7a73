import {
  ALERT_STYLE,
  HEADING_STYLE,
  STEP_STYLE,
} from './__fixtures__/runbooks';
import type { ParsedRunbook } from './ParsedRunbook';
import { parseRunbook } from './parseRunbook';

const titlesOf = ({ steps }: ParsedRunbook) => steps.map(({ title }) => title);
const commandsOf = ({ steps }: ParsedRunbook) =>
  steps.flatMap(({ commands }) => commands);

describe('parseRunbook', () => {
  describe('with the headings of an alert', () => {
    const parsed = parseRunbook(ALERT_STYLE);

    it('knows the sections', () => {
      expect(
        parsed.sections.map(({ kind, heading, line, bodyLine }) => ({
          kind,
          heading,
          line,
          bodyLine,
        })),
      ).toEqual([
        { kind: 'meaning', heading: 'Meaning', line: 3, bodyLine: 5 },
        { kind: 'impact', heading: 'Impact', line: 14, bodyLine: 16 },
        { kind: 'diagnosis', heading: 'Diagnosis', line: 18, bodyLine: 20 },
        { kind: 'mitigation', heading: 'Mitigation', line: 29, bodyLine: 31 },
      ]);
      expect(parsed.sections[1].markdown).toBe(
        'Orders may be slow, or fail while fewer pods serve.',
      );
    });

    it('takes bullets that hold a command for steps', () => {
      expect(parsed.steps).toMatchObject([
        {
          n: 1,
          title: 'See which container restarts',
          section: 'diagnosis',
          line: 20,
          markdown:
            'See which container restarts: `kubectl -n $NAMESPACE get pod $POD`.',
          commands: [
            {
              text: 'kubectl -n $NAMESPACE get pod $POD',
              inline: true,
              risk: 'none',
              line: 20,
            },
          ],
        },
        { n: 2, title: 'Read what it said before it ended' },
        {
          n: 3,
          title: 'Look at its events',
          commands: [
            {
              text: 'kubectl -n $NAMESPACE get events --field-selector involvedObject.name=$POD',
              language: 'shell',
              inline: false,
              line: 26,
              endLine: 26,
            },
          ],
        },
      ]);
    });

    it('says what the commands ask for, where it links to and which alert it is for', () => {
      expect(parsed).toMatchObject({
        title: 'ShopPodRestartsOften',
        params: ['namespace', 'pod', 'container'],
        links: [{ url: './memory.md', text: 'how memory is set', line: 33 }],
        alertnames: ['ShopPodRestartsOften'],
        frontMatter: { problems: [] },
      });
    });
  });

  describe('with steps as headings', () => {
    const parsed = parseRunbook(STEP_STYLE);

    it('reads the front matter', () => {
      expect(parsed.frontMatter).toEqual({
        title: 'Queue of orders grows',
        tags: ['orders', 'rabbitmq'],
        owner: 'group:default/team-orders',
        reviewBy: '2027-05-03',
        matches: [
          { code: 'queue-too-long' },
          { alertname: 'OrdersQueueGrows' },
          { aspect: 'alerts', code: 'firing' },
        ],
        params: [
          {
            name: 'queue',
            description: 'The queue that grows',
            default: 'orders',
          },
        ],
        problems: [],
      });
      expect(parsed.title).toBe('Queue of orders grows');
      expect(parsed.intro).toBe('Read this when orders wait.');
    });

    it('finds steps in every section to act on', () => {
      expect(
        parsed.steps.map(({ section, title, timeBoxMs }) => [
          section,
          title,
          timeBoxMs,
        ]),
      ).toEqual([
        ['before-you-start', 'Be on the VPN', undefined],
        ['before-you-start', 'Have access to {{cluster}}', undefined],
        ['diagnosis', 'Look at the length', 120_000],
        ['diagnosis', 'See who consumes', 90_000],
        ['mitigation', 'Empty the queue', undefined],
        ['mitigation', 'Start more consumers', undefined],
        ['verify', 'The queue gets shorter', undefined],
        ['verify', 'Customers can order', undefined],
      ]);
    });

    it('keeps what a command prints apart from it', () => {
      expect(commandsOf(parsed).slice(0, 3)).toMatchObject([
        {
          text: 'rabbitmqctl list_queues -p {{namespace}} name messages',
          expectedOutput: 'orders  12',
          line: 30,
        },
        {
          text: 'kubectl --context {{cluster}} -n {{namespace}} get pods -l app=orders',
          expectedOutput: 'NAME     READY\norders-1 1/1',
          line: 42,
        },
        { text: 'kubectl -n {{namespace}} top pods', line: 45 },
      ]);
    });

    it('marks the risk of commands below a callout', () => {
      const risks = commandsOf(parsed).map(({ text, risk }) => [
        text.split(' ').slice(0, 2).join(' '),
        risk,
      ]);
      expect(risks).toEqual([
        ['rabbitmqctl list_queues', 'none'],
        ['kubectl --context', 'none'],
        ['kubectl -n', 'none'],
        ['rabbitmqctl purge_queue', 'danger'],
        ['kubectl -n', 'warning'],
        ['kubectl -n', 'warning'],
        ['rabbitmqctl list_queues', 'none'],
      ]);
    });

    it('does not say again what the title says', () => {
      expect(parsed.steps[0].markdown).toBe('');
      expect(parsed.steps[7].markdown).toBe(
        'Try it in the [shop](https://shop.example).',
      );
    });
  });

  describe('with the second level of headings as steps', () => {
    const parsed = parseRunbook(HEADING_STYLE);

    it('takes every heading that says something to do', () => {
      expect(titlesOf(parsed)).toEqual([
        'Look at what ended the container',
        'Tell the support channel',
        'Roll back to the version that served',
      ]);
      expect(parsed.intro).toBe(
        'Memory ran out at least once within the last hour.',
      );
    });

    it('reads a callout that goes on in the line of its mark', () => {
      expect(parsed.steps[2]).toMatchObject({
        timeBoxMs: 360_000,
        commands: [{ risk: 'danger' }, { risk: 'danger' }],
      });
    });
  });

  it.each([
    [
      'numbered items',
      '## Diagnosis\n\n1. Look\n2. Think\n',
      ['Look', 'Think'],
    ],
    ['tasks', '## Mitigation\n\n* [ ] Stop\n* [x] Start\n', ['Stop', 'Start']],
    [
      'items with blocks that are not indented',
      '## Fix\n\n1. Look\n\n```sh\nls\n```\n\n2. Think\n',
      ['Look', 'Think'],
    ],
    [
      'a section with only a block',
      '## Fix\n\nDo this:\n\n```sh\nhelm rollback shop\n```\n',
      ['Fix'],
    ],
    [
      'sections in which nothing can be told apart',
      '## Diagnosis\n\nLook at it.\n\n## Mitigation\n\nMend it.\n',
      ['Diagnosis', 'Mitigation'],
    ],
    [
      'no section at all',
      '# Restart\n\n1. Stop it\n2. Start it\n',
      ['Stop it', 'Start it'],
    ],
    [
      'headings with numbers',
      '## 1. Look at it\n\ntext\n\n## Step 2: Mend it\n\ntext\n\n## 3) Tell\n\ntext\n',
      ['Look at it', 'Mend it', 'Tell'],
    ],
    [
      'steps beside a known section',
      '## Look\n\ntext\n\n## Verify\n\n- [ ] It serves\n\n## Escalate\n\nCall.\n',
      ['Look', 'It serves'],
    ],
    [
      'headings of the first level',
      '# Meaning\n\ntext\n\n# Diagnosis\n\n## Look\n\n## Think\n',
      ['Look', 'Think'],
    ],
    [
      'a known section below another',
      '## Overview\n\n### Diagnosis\n\n1. Look\n\n### Mitigation\n\n1. Mend\n',
      ['Look', 'Mend'],
    ],
    [
      'sections below a title beside which others stand',
      '# OrdersLate\n\n## Overview\n\ntext\n\n## Troubleshooting\n\n1. Look\n\n## Possible Resolutions\n\n1. Mend\n\n# Escalation\n\nCall.\n\n# Definitions\n\ntext\n',
      ['Look', 'Mend'],
    ],
    [
      'checks before and after',
      '## Preflight checklist\n\n1. Ask\n\n## Possible checks\n\n1. Look\n\n## Resolution\n\n1. Mend\n\n## Post checks\n\n1. Look again\n',
      ['Ask', 'Look', 'Mend', 'Look again'],
    ],
    [
      'a step that is called like a section',
      '## Look\n\ntext\n\n## Mend\n\n### Verify\n\ntext\n',
      ['Look', 'Mend'],
    ],
    [
      'bullets without commands beside those with',
      '## Diagnosis\n\n- Keep calm\n- Look: `kubectl get pods`\n',
      ['Look'],
    ],
    [
      'a section with a command before its first heading',
      '## Diagnosis\n\nSee:\n\n```sh\nkubectl get nodes\n```\n\n### More\n\ntext\n',
      ['Diagnosis', 'More'],
    ],
    [
      'a section that is called runbook',
      '## Critical\n\ntext\n\n## Runbook\n\n1. Look\n1. Think\n\n### Queries:\n\ntext\n',
      ['Look', 'Think', 'Queries:'],
    ],
    ['nothing to do', '## Meaning\n\nIt means that.\n', []],
    ['an empty text', '', []],
  ])('finds the steps of %s', (_name, markdown, titles) => {
    expect(titlesOf(parseRunbook(markdown))).toEqual(titles);
  });

  it.each([
    [
      '1. Look at **everything** that is there.',
      'Look at everything that is there',
    ],
    ['1. **Look.** Then think.', 'Look'],
    ['1. Look (5 min)', 'Look'],
    ['1. See the pods by running `kubectl get pods -A` now', 'See the pods'],
    [
      '1. `kubectl get nodes`: one node, or a whole zone?',
      'One node, or a whole zone?',
    ],
    ['1. Stop. Wait. (5 min)', 'Stop. Wait'],
    [
      '1. One pod of many: delete it, `kubectl delete pod $POD`',
      'One pod of many: delete it',
    ],
    [
      '1. Cordon the node (`kubectl cordon $NODE`) to keep pods away',
      'Cordon the node',
    ],
    ['1. `kubectl get pods -A`', 'kubectl get pods -A'],
    ['1. ```sh\n   kubectl get pods\n   ```', 'kubectl get pods'],
    [`1. ${'Look at everything. '.repeat(20)}`, 'Look at everything'],
    [`1. ${'word '.repeat(60)}`, `${'word '.repeat(23).trim()}…`],
  ])('makes a title of %j', (item, title) => {
    expect(parseRunbook(`## Diagnosis\n\n${item}\n`).steps[0].title).toBe(
      title,
    );
  });

  it('takes the indentation of an item away, and nothing else', () => {
    const [step] = parseRunbook(
      '## Fix\n\n10. Apply it\n\n    ```yaml\n    a:\n      b: 1\n    ```\n\n    - one\n      - two\n',
    ).steps;
    expect(step.markdown).toBe('```yaml\na:\n  b: 1\n```\n\n- one\n  - two');
    expect(step.bodyLine).toBe(5);
  });

  it.each([
    ['Windows', ALERT_STYLE.replaceAll('\n', '\r\n')],
    ['a mark of its byte order', `\uFEFF${ALERT_STYLE}`],
  ])('reads a text with the ends of lines of %s', (_name, markdown) => {
    const parsed = parseRunbook(markdown);
    expect(parsed.title).toBe('ShopPodRestartsOften');
    expect(parsed.steps.map(({ line }) => line)).toEqual([20, 21, 23]);
    expect(commandsOf(parsed)[2].text).toBe(
      'kubectl -n $NAMESPACE get events --field-selector involvedObject.name=$POD',
    );
  });

  it('finds links of every kind', () => {
    const { links, definitions } = parseRunbook(
      '[a](/a) ![b](b.png) [c][c] <https://d.example> https://e.example\n\n<a href="f.html">f</a>\n\n[c]: ./c.md\n',
    );
    expect(links.map(({ url }) => url)).toEqual([
      '/a',
      'b.png',
      './c.md',
      'https://d.example',
      'https://e.example',
      'f.html',
    ]);
    expect(definitions).toBe('[c]: ./c.md');
  });

  it('names headings as links to them have them', () => {
    expect(
      parseRunbook('# Über uns!\n\n## Roll back\n\n## Roll back\n').headings,
    ).toEqual([
      { anchor: 'über-uns', line: 1 },
      { anchor: 'roll-back', line: 3 },
      { anchor: 'roll-back-1', line: 5 },
    ]);
  });

  it.each([
    [
      'bullets without a command',
      '## Diagnosis\n\n- Keep calm\n- Look: `kubectl get pods`\n- It is a state\n\n  no cause\n- Think: `uptime -p`\n',
      [
        'Look: `kubectl get pods`\n- It is a state\n\n  no cause',
        'Think: `uptime -p`',
      ],
    ],
    [
      'bullets among tasks',
      '## Mitigation\n\n- [ ] Stop\n- Mind the gap\n- [ ] Start\n',
      ['- Mind the gap', ''],
    ],
  ])(
    'keeps what stands between steps with the one before: %s',
    (_name, markdown, texts) => {
      expect(parseRunbook(markdown).steps.map(step => step.markdown)).toEqual(
        texts,
      );
    },
  );

  it('loses nothing that stands before the title', () => {
    const parsed = parseRunbook(
      'Read this.\n\n# Title\n\nAnd this.\n\n## Fix\n',
    );
    expect(parsed.title).toBe('Title');
    expect(parsed.intro).toBe('Read this.\n\n# Title\n\nAnd this.');
    expect(parsed.introLine).toBe(1);
  });

  it('says where steps end', () => {
    const { steps } = parseRunbook(
      '## Fix\n\n### One\n\ntext\n\n### Two\n\n## Verify\n\n1. Look\n\n```sh\nls\n```\n\n2. Think\n   twice\n',
    );
    expect(steps.map(({ line, endLine }) => [line, endLine])).toEqual([
      [3, 5],
      [7, 7],
      [11, 15],
      [17, 18],
    ]);
  });

  it.each([
    ['a title', '# KubePodCrashLooping', ['KubePodCrashLooping']],
    [
      'a word that is called an alert',
      'The alert `OrdersLate` fires',
      ['OrdersLate'],
    ],
    ['a query', '`ALERTS{alertname="OrdersLate"}`', ['OrdersLate']],
    ['no other words', 'A pod in `CrashLoopBackOff` of a StatefulSet', []],
  ])('knows the alerts of %s', (_name, markdown, alertnames) => {
    expect(parseRunbook(markdown).alertnames).toEqual(alertnames);
  });

  it('understands a long text in which everything is a step', () => {
    const item = '1. Look at `kubectl -n $NAMESPACE get pod $POD`\n';
    const count = Math.floor((256 * 1024) / item.length);
    expect(
      parseRunbook(`## Diagnosis\n\n${item.repeat(count)}`).steps,
    ).toHaveLength(count);
  });
});

describe('parseRunbook, in pieces', () => {
  const filler = 'Words that make this part long.\n\n'.repeat(150);

  it('reads a long text as it reads its parts', () => {
    const markdown = `# Long\n\n## Diagnosis\n\n${filler}### Look\n\n[See][ref] $POD\n\n\`\`\`sh\nkubectl get pod $POD\n\`\`\`\n\n${filler}## Mitigation\n\n1. Mend\n\n[ref]: ./more.md\n`;
    const parsed = parseRunbook(markdown);
    const lineOf = (text: string) =>
      markdown.slice(0, markdown.indexOf(text)).split('\n').length;
    expect(parsed.steps).toMatchObject([
      {
        title: 'Look',
        line: lineOf('### Look'),
        bodyLine: lineOf('[See]'),
        commands: [{ text: 'kubectl get pod $POD', line: lineOf('kubectl') }],
      },
      { title: 'Mend', line: lineOf('1. Mend') },
    ]);
    expect(parsed.links).toEqual([
      { url: './more.md', text: 'See', line: lineOf('[See]') },
    ]);
  });

  it.each([': ', '– ', '( '])(
    'makes a title out of any number of %j',
    piece => {
      const item = `1. Look${piece.repeat(40_000)}a \`kubectl get pods\`\n`;
      const [step] = parseRunbook(`## Fix\n\n${item}`).steps;
      expect(step.title).toBe('Look');
    },
  );

  it.each([
    ['brackets', '['],
    ['quotes', '> '],
    ['lists', '- '],
    ['stars', '*a _b '],
    ['ticks', '` `` '],
    ['tags', '<a '],
    ['comments', '<!--'],
    ['links', '[a](b '],
    ['entities', '&amp;'],
    ['backslashes', '\\'],
    ['words', 'a'],
    ['dots', 'a.'],
  ])('is done with 1 MiB of %s', (_name, piece) => {
    const text = `## Fix\n\n${piece.repeat((1024 * 1024) / piece.length)}`;
    expect(parseRunbook(text).sections).toHaveLength(1);
  });
});
