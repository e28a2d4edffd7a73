/** Where a lane lies in the drawing, in pixels. */
export interface LanePlace {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly xOf: (at: number) => number;
  /** The fill of what nobody knows. */
  readonly hatch: string;
}

/** Height of the boxes in a lane. */
export const BOX_PX = 24;
