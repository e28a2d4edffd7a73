import { useState } from 'react';

/** Whether somebody ticked a command; with other values it is another command. */
export function useTick(
  command: string,
): readonly [ticked: boolean, setTicked: (ticked: boolean) => void] {
  const [read, setRead] = useState<string>();
  return [read === command, ticked => setRead(ticked ? command : undefined)];
}
