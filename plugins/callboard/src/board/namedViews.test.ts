import { EMPTY_VIEW, readView } from './boardView';
import { currentView } from './namedViews';

const VIEWS = [
  { name: 'all', view: EMPTY_VIEW },
  { name: 'failing', view: { ...EMPTY_VIEW, status: ['failing'] as const } },
  { name: 'by owner', view: { ...EMPTY_VIEW, group: 'owner' as const } },
];

describe('the view that is on screen', () => {
  it.each([
    ['', 'all'],
    ['status=failing', 'failing'],
    ['group=owner', 'by owner'],
    ['group=code', 'all'],
    ['status=failing&group=code', 'failing'],
    ['status=warning', undefined],
    ['status=warning&group=owner', undefined],
  ])('%j is %s', (query, name) => {
    const shown = readView(new URLSearchParams(query));
    expect(currentView(VIEWS, shown)?.name).toBe(name);
  });
});
