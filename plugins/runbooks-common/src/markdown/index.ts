export { anchorOf } from './headingsOf';
export { CALLOUT_KINDS, calloutKindOf, type CalloutKind } from './calloutOf';
export { blankFrontMatter, frontMatterOf } from './frontMatter';
export * from './imagesAsLinks';
export * from './ParsedRunbook';
export { parseRunbook, parseRunbookInTurns } from './parseRunbook';
export * from './runbookSanitizeSchema';
