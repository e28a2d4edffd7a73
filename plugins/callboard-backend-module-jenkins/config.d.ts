export interface Config {
  /**
   * The stock Jenkins plugin's own config. Only what has to be hidden from logs is declared here;
   * everything else belongs to that plugin's schema and is read as it is.
   */
  jenkins?: {
    /**
     * API token of the instance called `default`.
     * @visibility secret
     */
    apiKey?: string;
    extraRequestHeaders?: {
      /** @visibility secret */
      [header: string]: unknown;
    };
    instances?: Array<{
      /** @visibility secret */
      apiKey?: string;
      extraRequestHeaders?: {
        /** @visibility secret */
        [header: string]: unknown;
      };
      [key: string]: unknown;
    }>;
    [key: string]: unknown;
  };
}
