export { anchorOf } from './anchorsOf';
export { CALLOUT_KINDS, calloutKindOf, type CalloutKind } from './calloutOf';
export * from './imagesAsLinks';
export * from './ParsedRunbook';
export { parseRunbook } from './parseRunbook';
export * from './runbookSanitizeSchema';
