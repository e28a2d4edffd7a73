import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { audited } from './audited';

describe('audited', () => {
  function setup() {
    const event = { success: jest.fn(), fail: jest.fn() };
    const auditor = mockServices.auditor.mock({
      createEvent: async () => event,
    });
    return {
      event,
      options: { auditor, event: { eventId: 'source-refresh' } },
    };
  }

  it('records what went well', async () => {
    const { event, options } = setup();
    await expect(audited(options, async () => 'done')).resolves.toBe('done');
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('records what was refused, and refuses it', async () => {
    const { event, options } = setup();
    const error = new NotAllowedError('No');
    const refused = audited(options, async () => {
      throw error;
    });
    await expect(refused).rejects.toBe(error);
    expect(event.fail).toHaveBeenCalledWith({ error });
  });
});
