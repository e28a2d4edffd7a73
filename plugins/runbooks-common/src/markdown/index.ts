export { anchorOf } from './anchorsOf';
export { CALLOUT_KINDS, calloutKindOf, type CalloutKind } from './calloutOf';
export * from './ParsedRunbook';
export { parseRunbook } from './parseRunbook';
