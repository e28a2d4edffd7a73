import type {
  ExternalRunbook,
  MatchItem,
  RunbookSummary,
} from '@callboard/plugin-runbooks-common';
import { aRunbook } from '../__testUtils__/FakeRunbookStore';
import { keyOf, orderEntityRunbooks } from './entityRunbooks';

const published = (id: string, change: Partial<RunbookSummary> = {}) =>
  aRunbook({ id, title: id, state: 'published', ...change });

const wiki: ExternalRunbook = {
  external: true,
  title: 'wiki',
  url: 'https://wiki.example',
  entityRef: 'component:default/checkout-api',
};

const match = (runbook: MatchItem['runbook'], score: number): MatchItem => ({
  runbook,
  score,
  because: [`${score}`],
});

const CRASH = { code: 'crash-loop' };
const SLOW = { code: 'slow' };

describe('orderEntityRunbooks', () => {
  it('puts what fits first, the best of it foremost', () => {
    const [a, b, c] = ['a', 'b', 'c'].map(id => published(id));
    const items = orderEntityRunbooks({
      runbooks: [a, b, c],
      always: [],
      findings: [CRASH, SLOW],
      matches: [[match(b, 65)], [match(c, 95), match(b, 55)]],
    });
    expect(items.map(({ runbook }) => keyOf(runbook))).toEqual(['c', 'b', 'a']);
    expect(items[1].fits).toEqual([
      { finding: CRASH, because: ['65'] },
      { finding: SLOW, because: ['55'] },
    ]);
  });

  it('puts pinned ones before others, then links, then drafts', () => {
    const items = orderEntityRunbooks({
      runbooks: [
        published('draft', { state: 'draft' }),
        published('plain'),
        published('pinned', { pinned: true }),
      ],
      always: [match(wiki, 40)],
      findings: [],
      matches: [],
    });
    expect(items.map(({ runbook }) => runbook.title)).toEqual([
      'pinned',
      'plain',
      'wiki',
      'draft',
    ]);
  });

  it('takes what stands there whatever is wrong as fitting only for a reason of its own', () => {
    const pinned = published('pinned', { pinned: true });
    const items = orderEntityRunbooks({
      runbooks: [pinned],
      always: [match(pinned, 40), match(wiki, 40)],
      findings: [CRASH],
      matches: [[match(pinned, 85), match(wiki, 40)]],
    });
    expect(
      items.map(({ runbook, fits }) => [runbook.title, fits.length]),
    ).toEqual([
      ['pinned', 1],
      ['wiki', 0],
    ]);
  });

  it('has what fits and belongs to another entity', () => {
    const other = published('other', { entityRef: 'component:default/other' });
    const items = orderEntityRunbooks({
      runbooks: [],
      always: [],
      findings: [CRASH],
      matches: [[match(other, 100)]],
    });
    expect(items).toEqual([
      {
        runbook: other,
        fits: [{ finding: CRASH, because: ['100'] }],
        foreign: true,
      },
    ]);
  });
});
