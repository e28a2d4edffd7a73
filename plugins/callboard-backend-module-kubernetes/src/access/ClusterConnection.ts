import type { UpstreamHeaders } from '@callboard/plugin-callboard-node';
import type { Dispatcher } from 'undici';

/** The way to one cluster: where it is, whom we trust there, and what lets us in. */
export interface ClusterConnection {
  /** The address of the API; throws an UpstreamError where it cannot be found out. */
  baseUrl(): Promise<string>;
  /**
   * Headers of the next call. Brings certificates and tokens up to date first, so that files that
   * rotate need no restart; throws an UpstreamError that says which of them cannot be read.
   */
  authorize(signal: AbortSignal): Promise<UpstreamHeaders>;
  /** Drops credentials that the cluster refused; false where others cannot be got. */
  renew(): boolean;
  /** What to do where the cluster refuses what lets us in: "Put a new one into …". */
  refusedHint(): string;
  /** What to do where the cluster's certificate is not trusted. */
  readonly trustHint: string;
  readonly dispatcher: Dispatcher;
  close(): Promise<void>;
}
