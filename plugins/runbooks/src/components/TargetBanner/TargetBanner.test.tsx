import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/test-utils';
import { TargetBanner } from './TargetBanner';

const show = (props: Partial<Parameters<typeof TargetBanner>[0]>) =>
  renderInTestApp(<TargetBanner params={{}} withoutPlace="Ask." {...props} />);

const FINDING = { code: 'crash-loop', since: '2020-03-04T13:59:00Z' };

describe('TargetBanner', () => {
  it('says where commands act, of which finding that is and since when', async () => {
    await show({ params: { cluster: 'prod-eu' }, finding: FINDING });
    expect(screen.getByText('You act on prod-eu')).toBeVisible();
    expect(
      screen.getByText(/^Filled in from the finding crash-loop, since 4 Mar/),
    ).toBeVisible();
  });

  it.each(['', 'yesterday'])('says no time that is none: %j', async since => {
    await show({
      params: { cluster: 'prod-eu' },
      finding: { ...FINDING, since },
    });
    expect(
      screen.getByText(/^Filled in from the finding crash-loop\. Under/),
    ).toBeVisible();
  });

  it('says that nothing is filled in', async () => {
    await show({ finding: FINDING });
    expect(screen.getByText('No place is filled in')).toBeVisible();
    expect(screen.getByText('Ask.')).toBeVisible();
  });

  it('says that it is a dry run', async () => {
    await show({ params: { cluster: 'prod-eu' }, isDryRun: true });
    expect(screen.getByText('Dry run: You act on prod-eu')).toBeVisible();
  });
});
