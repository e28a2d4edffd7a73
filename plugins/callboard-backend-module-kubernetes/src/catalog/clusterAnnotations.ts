/** Annotations of the stock plugin on a Resource that is a cluster. */
export const API_SERVER_ANNOTATION = 'kubernetes.io/api-server';
export const AUTH_PROVIDER_ANNOTATION = 'kubernetes.io/auth-provider';
export const DASHBOARD_URL_ANNOTATION = 'kubernetes.io/dashboard-url';
export const DASHBOARD_APP_ANNOTATION = 'kubernetes.io/dashboard-app';
export const DASHBOARD_PARAMETERS_ANNOTATION =
  'kubernetes.io/dashboard-parameters';
