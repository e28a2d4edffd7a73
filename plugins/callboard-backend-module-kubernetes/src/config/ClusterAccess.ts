/** What lets us in, and where the operator finds it in the config. */
export type ClusterCredentials =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'token';
      readonly token: string;
      /** Key of the config: `kubernetes.clusterLocatorMethods[0].clusters[1].serviceAccountToken`. */
      readonly from: string;
    }
  | {
      /** A token that others rotate. */
      readonly kind: 'token-file';
      readonly file: string;
      readonly from: string;
    }
  | {
      readonly kind: 'certificate';
      readonly certFile: string;
      readonly keyFile: string;
      readonly from: string;
    };

/** Whom we trust to be the cluster. */
export interface ClusterTrust {
  /** A certificate authority as PEM, which base64 may wrap. */
  readonly caData?: string;
  readonly caFile?: string;
  readonly skipTLSVerify: boolean;
}

/** An address with what belongs to it. */
export interface DirectAccess {
  readonly kind: 'direct';
  /** `http` or `https`, without a slash at the end. */
  readonly url: string;
  readonly trust: ClusterTrust;
  readonly credentials: ClusterCredentials;
  /** Key of the config, for sentences. */
  readonly from: string;
}

/** A kubeconfig, which brings address, trust and user. */
export interface KubeconfigAccess {
  readonly kind: 'kubeconfig';
  readonly file: string;
  /** The file's current one where it is absent. */
  readonly context?: string;
  readonly from: string;
}

/** How one cluster is reached. */
export type ClusterAccess = DirectAccess | KubeconfigAccess;
