import {
  credentialsOf,
  readText,
  respond,
} from '@callboard/plugin-callboard-node';
import type { Router } from 'express';
import { readOwners } from './readFilter';
import type { BoardRoutesOptions } from './services';

/** Routes of `/v1/doctor`. */
export function addDoctorRoutes(
  router: Router,
  { board, httpAuth }: BoardRoutesOptions,
): void {
  router.get('/v1/doctor', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const answer = await board.doctor(
      {
        owners: readOwners(req.query),
        limit: Number(req.query.limit),
        cursor: readText(req.query.cursor),
      },
      viewer,
    );
    await respond({ req, res, answer });
  });
}
