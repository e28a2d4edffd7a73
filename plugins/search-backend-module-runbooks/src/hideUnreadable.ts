import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { RUNBOOKS_TYPE } from './RunbookDocument';

const answerSchema = z.looseObject({
  results: z.array(z.looseObject({ type: z.string() })),
});

const runbookSchema = z.object({
  type: z.literal(RUNBOOKS_TYPE),
  document: z.object({ entityRef: z.string() }),
});

/**
 * Takes runbooks out of answers of search, under whatever path, whose entity the viewer may not read in the catalog.
 * Search checks one permission a type, which is that of reading runbooks; reading one needs both.
 */
export function hideUnreadable(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
}): RequestHandler {
  const { httpAuth, permissions } = options;
  return (req, res, next) => {
    const send = res.json.bind(res);
    const readable = async (refs: readonly string[]) => {
      const decisions = await permissions.authorize(
        refs.map(resourceRef => ({
          permission: catalogEntityReadPermission,
          resourceRef,
        })),
        { credentials: await httpAuth.credentials(req) },
      );
      return new Set(
        refs.filter(
          (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
        ),
      );
    };
    res.json = body => {
      // An error comes through here as well.
      const answer = answerSchema.safeParse(body).data;
      if (!answer?.results.some(({ type }) => type === RUNBOOKS_TYPE)) {
        return send(body);
      }
      const refs = [
        ...new Set(answer.results.flatMap(result => refOf(result) ?? [])),
      ];
      readable(refs).then(shown => {
        const results = answer.results.filter(result => {
          const ref = refOf(result);
          return result.type !== RUNBOOKS_TYPE || (ref && shown.has(ref));
        });
        const hidden = answer.results.length - results.length;
        const { numberOfResults, ...rest } = answer;
        // A number would tell of what is hidden.
        send({ ...(hidden > 0 ? rest : answer), results });
      }, next);
      return res;
    };
    next();
  };
}

function refOf(result: unknown): string | undefined {
  return runbookSchema.safeParse(result).data?.document.entityRef;
}
