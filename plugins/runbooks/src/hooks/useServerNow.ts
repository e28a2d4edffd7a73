import { createContext, useContext } from 'react';
import { useNow } from '@callboard/plugin-callboard-react';

/** How far the server's clock is ahead of this device's, in milliseconds. */
export const ClockOffset = createContext(0);

/** The time by the server's clock, in milliseconds since 1970, renewed every interval. */
export function useServerNow(intervalMs?: number): number {
  return useNow(intervalMs) + useContext(ClockOffset);
}
