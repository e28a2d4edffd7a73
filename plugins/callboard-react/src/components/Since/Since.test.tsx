import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/test-utils';
import { createTimeFormat } from '../../time/timeFormat';
import { Instant } from './Instant';
import { Since } from './Since';

const MINUTE_MS = 60_000;
const NOW_MS = Date.parse('2026-11-24T13:40:00.000Z');
const AT_MS = NOW_MS - 38 * MINUTE_MS;
const AT = new Date(AT_MS).toISOString();

describe('Since', () => {
  const format = createTimeFormat({ locale: 'en-GB' });
  const instant = format.short(AT_MS, NOW_MS);
  const full = format.full(AT_MS);

  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('says since when and how long that is, and in full on hover', async () => {
    await renderInTestApp(<Since at={AT} />);
    const since = screen.getByText(`since ${instant} (38 min)`);
    expect(since).toHaveAttribute('title', `Since ${full}`);
    expect(since).toHaveAttribute('datetime', AT);
  });

  it('says so where it may have begun earlier', async () => {
    await renderInTestApp(<Since at={AT} atLeast />);
    expect(
      screen.getByText(`since ${instant} (at least 38 min)`),
    ).toHaveAttribute('title', `First seen ${full}; it may have begun earlier`);
  });

  it('says an instant alone', async () => {
    await renderInTestApp(<Instant at={AT} />);
    expect(screen.getByText(instant)).toHaveAttribute('title', full);
  });
});
