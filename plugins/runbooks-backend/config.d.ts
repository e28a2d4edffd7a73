export interface Config {
  runbooks?: {
    /** Longest text of one runbook in bytes of UTF-8; 1 MiB by default. */
    maxSizeBytes?: number;
    review?: {
      /** Whether somebody else than whoever wrote a text has to publish it; false by default. */
      required?: boolean;
    };
    /** Kinds of entities that may have runbooks; Component, API, Resource, System, Domain and Group by default. */
    entityKinds?: string[];
    import?: {
      /** Largest upload in bytes; 32 MiB by default. */
      maxBytes?: number;
      /** Most bytes that an upload may hold once it is unpacked; 256 MiB by default. */
      maxUnpackedBytes?: number;
      /** Most files of an upload; 10,000 by default. */
      maxFiles?: number;
    };
  };
}
