/** Runbooks that teams keep elsewhere and link from their services, by the service's name. */
export const EXTERNAL_RUNBOOKS: Readonly<
  Record<string, { readonly title: string; readonly url: string }>
> = {
  'card-vault': {
    title: 'Card vault: sealed, what now',
    url: 'https://vault-team.fernway.example/runbooks/sealed',
  },
  'login-service': {
    title: 'Customers cannot log in',
    url: 'https://wiki.fernway.example/accounts/cannot-log-in',
  },
  'carrier-gateway': {
    title: 'Numbers of the carriers',
    url: 'https://wiki.fernway.example/shipping/carriers',
  },
  'storefront-web': {
    title: 'Storefront: dashboards and people',
    url: 'https://wiki.fernway.example/storefront/on-call',
  },
};
