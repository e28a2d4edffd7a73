import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-signals-backend'));

backend.add(import('@callboard/plugin-callboard-backend'));
backend.add(import('@callboard/plugin-callboard-backend-module-jenkins'));
backend.add(import('@callboard/plugin-callboard-backend-module-kubernetes'));
backend.add(import('@callboard/plugin-callboard-backend-module-runbooks'));
backend.add(import('@callboard/plugin-runbooks-backend'));
backend.add(import('@callboard/plugin-search-backend-module-runbooks'));

backend.start();
