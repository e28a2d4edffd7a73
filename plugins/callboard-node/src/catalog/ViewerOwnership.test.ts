import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ViewerOwnership } from './ViewerOwnership';

describe('ViewerOwnership', () => {
  function ownershipOf(...ownershipEntityRefs: string[]): ViewerOwnership {
    return ViewerOwnership.create({
      auth: mockServices.auth(),
      userInfo: mockServices.userInfo({ ownershipEntityRefs }),
    });
  }

  const viewer = mockCredentials.user('user:default/mira');

  it('leaves alone a filter that is not about the viewer', async () => {
    const filter = { owners: ['group:default/shop'] };
    await expect(
      ownershipOf('user:default/mira').resolve(filter, viewer),
    ).resolves.toBe(filter);
  });

  it('puts what the viewer is in the place of @me, beside other owners', async () => {
    const { owners } = await ownershipOf(
      'user:default/mira',
      'group:default/shop',
    ).resolve({ owners: ['@me', 'group:default/search'] }, viewer);
    expect(owners).toEqual(
      expect.arrayContaining([
        'user:default/mira',
        'group:default/shop',
        'group:default/search',
      ]),
    );
    expect(owners).not.toContain('@me');
  });

  it('asks for nothing rather than for everything where the viewer owns nothing', async () => {
    const { owners } = await ownershipOf().resolve({ owners: ['@me'] }, viewer);
    expect(owners).toEqual(['group:-/-']);
  });

  it('refuses @me of a service', async () => {
    await expect(
      ownershipOf().resolve({ owners: ['@me'] }, mockCredentials.service()),
    ).rejects.toThrow("'owner=@me' means the user who asks");
  });
});
