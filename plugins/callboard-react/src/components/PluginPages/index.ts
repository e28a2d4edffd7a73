export { PluginPages, type PluginPagesProps } from './PluginPages';
