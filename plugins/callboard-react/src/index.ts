/**
 * What the pages of Callboard and of runbooks are made of.
 *
 * @packageDocumentation
 */

export { failureOf, type Failure } from './api/failure';
export { FilterBar } from './components/FilterBar';
export { FilterChoices, FilterMenu } from './components/FilterMenu';
export { Glyph, GLYPHS, type GlyphName } from './components/Glyph';
export { HeaderTabs } from './components/HeaderTabs';
export { KeysDialog } from './components/KeysDialog';
export { MineChoice } from './components/MineChoice';
export { Panel } from './components/Panel';
export { PluginPages, type PluginPagesProps } from './components/PluginPages';
export { SearchField, type SearchFieldHandle } from './components/SearchField';
export { Segments } from './components/Segments';
export { Instant, Since } from './components/Since';
export { SkeletonBox, Skeletons } from './components/Skeleton';
export { StatePanel } from './components/StatePanel';
export { StatusIcon, statusShape } from './components/StatusIcon';
export { Strip, Strips, type StripTone } from './components/Strip';
export { ViewTab } from './components/ViewTab';
export { useAfter } from './hooks/useAfter';
export { useFocusOnMount } from './hooks/useFocusOnMount';
export { ClockOffset, useNow } from './hooks/useNow';
export { usePageKeys, type PageKeys } from './hooks/usePageKeys';
export { useTimeWords, type TimeWords } from './hooks/useTimeWords';
export {
  LiveLoop,
  type LiveLoopOptions,
  type LiveSnapshot,
} from './live/LiveLoop';
export { entityName } from './text/entityName';
export { createTextsHook } from './texts/createTextsHook';
export { PHONE } from './theme/breakpoints';
export { MONO_FONT } from './theme/mono';
export {
  statusTokens,
  useStatusTokens,
  type StatusTokens,
  type Tone,
  type ToneColors,
} from './theme/statusTokens';
export { useControlStyles } from './theme/useControlStyles';
export type { TimeFormat } from './time/timeFormat';
export { callboardReactTranslationRef } from './translation';
