/** Below this there is one column: what is about the text stands above and below it. */
export const NARROW = '@media (max-width:900px)';
