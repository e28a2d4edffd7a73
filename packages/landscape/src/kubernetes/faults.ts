/**
 * How an API server misbehaves. `down` refuses connections, `hang` is a black hole: it accepts,
 * never answers, and open watches fall silent; `reset` cuts every connection once it asked; `slow`
 * answers late; `unauthorized` takes no token; `too-many-requests` has no time; `error` answers a
 * `Status` of that code; `half-json` ends lists in the middle; `no-etcd` answers only what needs no
 * store: its version, and watches that tell nothing.
 */
export type KubernetesFault =
  | { readonly kind: 'none' }
  | { readonly kind: 'down' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'slow'; readonly delayMs: number }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'half-json' }
  | { readonly kind: 'no-etcd' }
  | { readonly kind: 'too-many-requests'; readonly retryAfterSeconds: number }
  | { readonly kind: 'error'; readonly status: number };
