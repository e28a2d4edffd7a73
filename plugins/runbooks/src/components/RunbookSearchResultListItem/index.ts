export {
  RunbookSearchResultListItem,
  type RunbookSearchResultListItemProps,
} from './RunbookSearchResultListItem';
