import { HumanDuration } from '@backstage/types';

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
      /** Most files of an upload, beside folders and the manifest; 10,000 by default. */
      maxFiles?: number;
    };
    alerts?: {
      /** How often rules are read; 5 minutes by default. */
      interval?: HumanDuration | string;
      /** Servers that speak the API of Prometheus. With any of them, alerts that no rule fires are told. */
      prometheus?: Array<{
        /** What people call it. */
        name: string;
        /**
         * In front of `/api/v1`: `https://mimir.example/prometheus`.
         * @visibility secret
         */
        baseUrl: string;
        /** Sent with every call: `Authorization`, `X-Scope-OrgID`. */
        headers?: {
          /** @visibility secret */
          [header: string]: string;
        };
      }>;
    };
  };
}
