import { HumanDuration } from '@backstage/types';

export interface Config {
  callboard?: {
    services?: {
      /**
       * Which entities of the catalog are services, as a catalog filter; `kind: component` by
       * default. Several sets are alternatives.
       */
      filter?:
        | { [field: string]: string | string[] }
        | Array<{ [field: string]: string | string[] }>;
    };
    /** How long history is kept; 90 days each. */
    retention?: {
      /** Changes of status, and findings that are gone. */
      transitions?: HumanDuration | string;
      /** What was done to services: builds, deploys. */
      changes?: HumanDuration | string;
      /** Services that left the catalog, with all of their history. */
      services?: HumanDuration | string;
    };
    /** External systems, by their id: `jenkins/main`. */
    sources?: {
      [source: string]: {
        /** Where not, failing counts as warning, warning and unknown as note; true by default. */
        production?: boolean;
        /** How often it is asked. */
        interval?: HumanDuration | string;
        /** Longest time of one call. */
        deadline?: HumanDuration | string;
      };
    };
  };
}
