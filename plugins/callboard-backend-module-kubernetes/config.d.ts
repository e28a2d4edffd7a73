export interface Config {
  /**
   * The stock Kubernetes plugin's own config. Only what has to be hidden from logs is declared here;
   * everything else belongs to that plugin's schema and is read as it is.
   */
  kubernetes?: {
    clusterLocatorMethods?: Array<{
      clusters?: Array<{
        /** @visibility secret */
        serviceAccountToken?: string;
        authMetadata?: {
          /** @visibility secret */
          serviceAccountToken?: string;
          [key: string]: unknown;
        };
        [key: string]: unknown;
      }>;
      [key: string]: unknown;
    }>;
    [key: string]: unknown;
  };
  callboard?: {
    kubernetes?: {
      /**
       * How a server signs in to clusters. Each entry extends the cluster of that name in
       * `kubernetes.clusterLocatorMethods`, or adds one.
       */
      clusters?: Array<{
        /** What annotations call it. */
        name: string;
        title?: string;
        /** Where its API is; wins over the stock config and is never taken from the catalog. */
        url?: string;
        /** What `kubectl --context` is to be given; the name by default. */
        context?: string;
        /** Where they are given, nothing outside these namespaces is asked for. */
        namespaces?: string[];
        /** A certificate authority as PEM, or base64 of it. */
        caData?: string;
        caFile?: string;
        /** Trusts whatever answers, for this cluster only. */
        skipTLSVerify?: boolean;
        /**
         * A token of a service account.
         * @visibility secret
         */
        serviceAccountToken?: string;
        /** A file with such a token, which may rotate. */
        serviceAccountTokenFile?: string;
        /** A client certificate as PEM, which may rotate. */
        clientCertFile?: string;
        /** Its key. */
        clientKeyFile?: string;
        /** Brings address, certificate authority and user, with exec plugins. */
        kubeconfig?: {
          file: string;
          /** The file's current one by default. */
          context?: string;
        };
        dashboardUrl?: string;
        dashboardApp?: string;
        dashboardParameters?: { [key: string]: unknown };
      }>;
    };
  };
}
