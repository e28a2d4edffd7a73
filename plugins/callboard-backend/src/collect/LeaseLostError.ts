import { CustomErrorBase } from '@backstage/errors';

/** Another instance observes the source by now: what was about to be written is not ours to write. */
export class LeaseLostError extends CustomErrorBase {
  name = 'LeaseLostError' as const;

  constructor(source: string) {
    super(`The lease of ${source} was lost to another instance`);
  }
}
