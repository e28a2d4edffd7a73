export { MessageText } from './MessageText';
export { useMessageWords } from './useMessageWords';
