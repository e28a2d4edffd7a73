/**
 * How a controller misbehaves. `down` refuses connections, `hang` accepts and never answers,
 * `slow` answers late, `login-page` answers everything with a form and 200 as a proxy does,
 * `unauthorized` takes no credentials, `half-json` ends in the middle, `wrong-json` is JSON of
 * something else.
 */
export type JenkinsFault =
  | { readonly kind: 'none' }
  | { readonly kind: 'down' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'slow'; readonly delayMs: number }
  | { readonly kind: 'login-page' }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'half-json' }
  | { readonly kind: 'wrong-json' }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly retryAfterSeconds?: number;
    };
