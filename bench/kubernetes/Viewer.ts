/** Somebody who has the page of one service open. */
export interface Viewer {
  /** Bytes of bodies that came since it was opened. */
  readonly bytes: number;
  /** Answers that came since it was opened. */
  readonly answers: number;
  close(): void;
}

/** The page of one service. */
export interface ViewedPage {
  readonly backendUrl: string;
  readonly headers: Record<string, string>;
  readonly service: number;
  /** Called with what the page shows, after each answer that it was made of. */
  readonly onShown: (text: string) => void;
}

/** Opens a page of one of the plugins. */
export type OpenViewer = (page: ViewedPage) => Viewer;
