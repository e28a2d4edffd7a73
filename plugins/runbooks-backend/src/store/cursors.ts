import { Cursor } from '@callboard/plugin-callboard-node';
import { z } from 'zod';

/** A place among rows from new to old: time in epoch milliseconds, and id. */
export const timeCursor = Cursor.of(
  z.tuple([
    z.int(),
    z
      .string()
      .max(255)
      .refine(id => !id.includes('\0')),
  ]),
);

/** A place among versions. */
export const versionCursor = Cursor.of(z.int().min(1).max(2_147_483_647));
