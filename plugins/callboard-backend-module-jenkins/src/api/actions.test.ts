import { z } from 'zod';
import { readActions } from './actions';

/* What is read by hand, as schemas: the two have to agree about everything. */
const text = z.string().nullish();
const causesSchema = z.object({
  causes: z.array(z.object({ shortDescription: text, userName: text })),
});
const checkoutSchema = z.object({
  lastBuiltRevision: z.object({ SHA1: z.string() }),
});

/** What may stand where anything else is expected. */
const ODD = [undefined, null, '', 'x', 0, true, [], ['x'], [[]], {}];

const causes: readonly unknown[] = [
  ...ODD,
  ...ODD.map(cause => [{ shortDescription: 'a', userName: 'b' }, cause]),
  ...ODD.map(value => [{ shortDescription: value, userName: 'b' }]),
  ...ODD.map(value => [{ shortDescription: 'a', userName: value }]),
];

const revisions: readonly unknown[] = [
  ...ODD,
  { SHA1: 'abc' },
  ...ODD.map(value => ({ SHA1: value })),
];

describe('readActions', () => {
  it.each(causes.map(value => [value]))('reads the causes %j', value => {
    const action = { causes: value };
    const parsed = causesSchema.safeParse(action).data?.causes ?? [];
    const first = (key: 'shortDescription' | 'userName') =>
      parsed.map(cause => cause[key]).find(Boolean) ?? undefined;
    const { cause, user } = readActions([action]);
    expect({ cause: cause || undefined, user: user || undefined }).toEqual({
      cause: first('shortDescription'),
      user: first('userName'),
    });
  });

  it.each(revisions.map(value => [value]))('reads the checkout %j', value => {
    const action = { lastBuiltRevision: value };
    const { success } = checkoutSchema.safeParse(action);
    expect(readActions([action]).checkouts).toEqual(success ? [action] : []);
  });

  it('passes over what is no action', () => {
    expect(readActions([null, 'x', 1, [], {}])).toEqual({ checkouts: [] });
  });
});
