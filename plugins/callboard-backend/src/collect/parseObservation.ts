import { InputError } from '@backstage/errors';
import {
  changeSchema,
  linkSchema,
  verdictSchema,
} from '@callboard/plugin-callboard-common';
import type { SubjectObservation } from '@callboard/plugin-callboard-node';
import { z } from 'zod';

const schema = z.object({
  verdict: verdictSchema,
  links: z.array(linkSchema),
  changes: z.array(changeSchema).default([]),
});

/**
 * Checks what a module made of its system's answer: a link that is no link would reach every
 * viewer's browser.
 */
export function parseObservation(
  observation: SubjectObservation,
): z.infer<typeof schema> {
  const parsed = schema.safeParse(observation);
  if (!parsed.success) {
    throw new InputError(z.prettifyError(parsed.error));
  }
  return parsed.data;
}
