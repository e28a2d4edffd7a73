import { createRouteRef } from '@backstage/core-plugin-api';

/** The list of runbooks. @public */
export const rootRouteRef = createRouteRef({ id: 'runbooks' });
